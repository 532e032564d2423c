import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

/** A network on which packets get lost before they can be read. */
export type LossyNetwork = {
  /** Rewrites an answer, so that its reader sends through this network. */
  through(answer: string): string
  /** Whether to lose a media packet; by default none is lost. */
  lose: (to: 'relay' | 'client') => boolean
  close(): void
}

const isMedia = (packet: Buffer) => {
  const [first = 0, type = 0] = packet
  return first >> 6 === 2 && !(type >= 192 && type <= 223)
}

/** Opens such a network between clients and a relay's port on this machine. */
export async function openLossyNetwork(): Promise<LossyNetwork> {
  const front = createSocket('udp4')
  /** The sockets by client address: the relay must see each client at an address of its own. */
  const backs = new Map<string, Socket>()
  let target = 0
  await new Promise<void>((ready) => front.bind(0, ready))
  const lost = (packet: Buffer, to: 'relay' | 'client') => isMedia(packet) && lossy.lose(to)

  function backOf({ address, port }: RemoteInfo): Socket {
    const key = `${address} ${port}`
    const found = backs.get(key)
    if (found) return found
    const back = createSocket('udp4').on('message', (packet) => {
      if (!lost(packet, 'client')) front.send(packet, port, address)
    })
    backs.set(key, back)
    return back
  }
  front.on('message', (packet, from) => {
    if (!lost(packet, 'relay')) backOf(from).send(packet, target, '127.0.0.1')
  })

  const lossy: LossyNetwork = {
    through(answer) {
      target = Number(/127\.0\.0\.1 (\d+) typ host/.exec(answer)?.[1])
      return answer.replaceAll(` ${target} `, ` ${(front.address() as AddressInfo).port} `)
    },
    lose: () => false,
    close() {
      front.close()
      for (const back of backs.values()) back.close()
    },
  }
  return lossy
}
