import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { isIP, isIPv6 } from 'node:net'
import type { Place } from './connection.ts'
import { unavailable } from './native.ts'

const everywhere = ['0.0.0.0', '::']

/**
 * Where media arrive: all of them at one UDP port, any free one for 0. With a public address they come from outside
 * even if the pages come through a proxy on this machine. @throws Refusal video_unavailable if the port is taken
 */
export async function findPlace(host: string, port: number, publicIp: string | undefined): Promise<Place> {
  try {
    const address = isIP(host) ? host : (await lookup(host)).address
    const bindAddress = publicIp || everywhere.includes(address) ? undefined : address
    return { bindAddress, publicIp, port: await freePort(port, bindAddress) }
  } catch (error) {
    throw unavailable(error)
  }
}

function freePort(wanted: number, host: string | undefined): Promise<number> {
  return new Promise((done, fail) => {
    const socket = createSocket(host && isIPv6(host) ? 'udp6' : 'udp4')
    socket.once('error', fail)
    socket.bind(wanted, host, () => {
      const { port } = socket.address()
      socket.close(() => done(port))
    })
  })
}
