import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { isIP, isIPv6 } from 'node:net'
import type { MediaAddress } from './webrtc-connection.ts'
import { videoUnavailable } from './webrtc-library.ts'

const everywhere = ['0.0.0.0', '::']

/**
 * Finds the address for all media: one UDP port (0 means any free port). With a public address, the server is reachable
 * from outside even if a proxy on this machine passes on its pages.
 * @throws Refusal video_unavailable if the port is in use
 */
export async function findMediaAddress(
  host: string,
  port: number,
  publicIp: string | undefined,
): Promise<MediaAddress> {
  try {
    const address = isIP(host) ? host : (await lookup(host)).address
    const bindAddress = publicIp || everywhere.includes(address) ? undefined : address
    return { bindAddress, publicIp, port: await freePort(port, bindAddress) }
  } catch (error) {
    throw videoUnavailable(error)
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
