import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeEach } from 'vitest'
import { joined, type Leg, type Peer, rtp, until, type Wish } from '../cast/peers.ts'
import type { Kind } from '../src/video/codecs.ts'
import { openRelay } from '../src/video/relay.ts'
import { type Message, read } from '../src/video/rtcp.ts'
import { isRtcp } from '../src/video/rtp.ts'
import { openLossy } from './lossy.ts'

/**
 * A relay for a test file, with room for three in each show, and clients with real connections to it, on one port of
 * this machine. Each test begins with a show of its own, where nobody is.
 */
export async function openVideo() {
  const heard: string[] = []
  const given = { stream: '' }
  const lossy = await openLossy()
  const relay = await openRelay({
    publicIp: undefined,
    port: 0,
    host: '127.0.0.1',
    mostViewers: 3,
    heard: {
      begun: (stream) => heard.push(`begun ${stream}`),
      lost: (stream) => heard.push(`lost ${stream}`),
    },
  })
  const peers: { close(): void }[] = []
  let shows = 0
  const nextShow = () => {
    given.stream = `show ${++shows}`
    return given.stream
  }
  const kept = <P extends { close(): void }>(peer: P): P => {
    peers.push(peer)
    return peer
  }

  beforeEach(() => {
    for (const peer of peers.splice(0)) peer.close()
    relay.endPublishing(() => true)
    nextShow()
    heard.length = 0
    lossy.lose = () => false
  })
  afterAll(async () => {
    for (const peer of peers) peer.close()
    lossy.close()
    await relay.close()
  })

  return {
    relay,
    /** What the show's room was told. */
    heard,
    /** The present show. */
    given,
    /** The way that viewers take. */
    lossy,
    nextShow,
    kept,
    /** Somebody who sends, once both sides know that they are connected. */
    async onAir(owner = 'selma', media?: Wish['media']) {
      let before = 0
      const wish = { sends: true, ...(media && { media }) }
      const peer = await joined(wish, async (offer) => {
        const answered = await relay.publish({ stream: given.stream, owner, offer })
        before = relay.stats().publishers
        return answered
      })
      await until(() => relay.stats().publishers > before)
      return kept(peer)
    },
    /** Somebody who watches, likewise. */
    async watching(media?: Wish['media']) {
      const before = relay.viewers(given.stream)
      const wish = { sends: false, ...(media && { media }) }
      const peer = await joined(wish, async (offer) => {
        const { session, answer } = await relay.view({ stream: given.stream, offer })
        return { session, answer: lossy.through(answer) }
      })
      await until(() => relay.viewers(given.stream) > before)
      return kept(peer)
    },
  }
}

export function legOf(peer: Peer, kind: Kind): Leg {
  const found = peer.legs.find((leg) => leg.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
/** The packets of a medium that came, and the messages about it. */
export const media = (peer: Peer, kind: Kind): Buffer[] =>
  legOf(peer, kind).came.filter((packet) => !isRtcp(packet))
export const messages = (peer: Peer, kind: Kind): Message[] =>
  legOf(peer, kind)
    .came.filter(isRtcp)
    .flatMap((packet) => [...read(packet)])

/** Sends packets of both media, numbered from one number on. */
export async function send(peer: Peer, from: number, many: number, every = 10) {
  for (let nth = 0; nth < many; nth++) {
    for (const leg of peer.legs) {
      // One who has been cut has nowhere to send to.
      if (leg.track.isOpen())
        leg.track.sendMessageBinary(rtp(leg, from + nth, (from + nth) * 3000, `picture ${nth}`))
    }
    await rest(every)
  }
}
