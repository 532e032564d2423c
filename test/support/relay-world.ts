import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeEach } from 'vitest'
import {
  connectPeer,
  makeRtpPacket,
  type PeerOptions,
  type TrackLink,
  type WebRtcPeer,
  waitUntil,
} from '../../cast/webrtc-peers.ts'
import type { MediaKind } from '../../src/video/codecs.ts'
import { openRelay } from '../../src/video/relay.ts'
import { type RtcpMessage, readRtcp } from '../../src/video/rtcp.ts'
import { isRtcp } from '../../src/video/rtp.ts'
import { openLossyNetwork } from './lossy-network.ts'

/**
 * A relay for a test file, with room for three viewers in each show, and clients with real connections to it, on one
 * port of this machine. Each test begins with an empty show of its own.
 */
export async function openRelayWorld() {
  const heard: string[] = []
  const given = { stream: '' }
  const lossy = await openLossyNetwork()
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
    /** The calls of `begun` and `lost`. */
    heard,
    /** The current show. */
    given,
    /** The network of the viewers. */
    lossy,
    nextShow,
    kept,
    /** A publisher, once both sides are connected. */
    async onAir(owner = 'selma', media?: PeerOptions['media']) {
      let before = 0
      const wish = { sends: true, ...(media && { media }) }
      const peer = await connectPeer(wish, async (offer) => {
        const answered = await relay.publish({ stream: given.stream, owner, offer })
        before = relay.stats().publishers
        return answered
      })
      await waitUntil(() => relay.stats().publishers > before)
      return kept(peer)
    },
    /** A viewer, once both sides are connected. */
    async watching(media?: PeerOptions['media']) {
      const before = relay.viewers(given.stream)
      const wish = { sends: false, ...(media && { media }) }
      const peer = await connectPeer(wish, async (offer) => {
        const { session, answer } = await relay.view({ stream: given.stream, offer })
        return { session, answer: lossy.through(answer) }
      })
      await waitUntil(() => relay.viewers(given.stream) > before)
      return kept(peer)
    },
  }
}

export function findTrackLink(peer: WebRtcPeer, kind: MediaKind): TrackLink {
  const found = peer.legs.find((leg) => leg.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
/** The packets of a medium that arrived, and the RTCP messages about it. */
export const receivedMedia = (peer: WebRtcPeer, kind: MediaKind): Buffer[] =>
  findTrackLink(peer, kind).came.filter((packet) => !isRtcp(packet))
export const receivedRtcp = (peer: WebRtcPeer, kind: MediaKind): RtcpMessage[] =>
  findTrackLink(peer, kind)
    .came.filter(isRtcp)
    .flatMap((packet) => [...readRtcp(packet)])

/** Sends packets of both media, numbered from `from`. */
export async function sendPackets(peer: WebRtcPeer, from: number, many: number, every = 10) {
  for (let nth = 0; nth < many; nth++) {
    for (const leg of peer.legs) {
      // A client that was disconnected cannot send.
      if (leg.track.isOpen())
        leg.track.sendMessageBinary(makeRtpPacket(leg, from + nth, (from + nth) * 3000, `picture ${nth}`))
    }
    await rest(every)
  }
}
