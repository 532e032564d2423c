import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

/** A way over which some packets get lost, as on a network: before anybody could read them. */
export type Lossy = {
  /** Sends whoever takes the answer over this way. */
  through(answer: string): string
  /** Whether to lose a packet of media; at first none is. */
  lose: (to: 'relay' | 'client') => boolean
  close(): void
}

const isMedia = (packet: Buffer) => {
  const [first = 0, type = 0] = packet
  return first >> 6 === 2 && !(type >= 192 && type <= 223)
}

/** Between clients and a relay's port on this machine. */
export async function openLossy(): Promise<Lossy> {
  const front = createSocket('udp4')
  /** By the client's address: the relay must see each of them at one of their own. */
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

  const lossy: Lossy = {
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
