import type { Track } from 'node-datachannel'
import type { Codec, MediaKind } from './codecs.ts'
import type { MediaLane } from './lane.ts'
import type { RelayCounters } from './relay-counters.ts'
import { readRtcp, type SenderReport, writeSenderReport } from './rtcp.ts'
import { isRtcp, setPayloadTypeAndSsrc } from './rtp.ts'
import type { AcceptedSection } from './sdp-answer.ts'
import type { WebRtcConnection } from './webrtc-connection.ts'
import { guardCallback } from './webrtc-library.ts'

/**
 * The largest number of packets per second that a viewer gets again. No network loses more; a client that asks for
 * more is trying to keep the server busy.
 */
const mostAgain = 600

export type Viewer = {
  connection: WebRtcConnection
  /** The codecs that were agreed on, by medium. */
  codecs: Partial<Record<MediaKind, Codec>>
  /** The media that the viewer wants to receive. */
  wants: MediaKind[]
  send(kind: MediaKind, packet: Buffer): void
  report(kind: MediaKind, report: Omit<SenderReport, 'ssrc'>): void
}

type Given = {
  connection: WebRtcConnection
  accepted: AcceptedSection[]
  wants: MediaKind[]
  lanes: Record<MediaKind, MediaLane>
  counts: RelayCounters
  askKeyFrame(): void
}
type Leg = { track: Track; payloadType: number; ssrc: number }

/** A viewer, who gets every packet with their own payload type and SSRC, and lost packets again on request. */
export function makeViewer({ connection, accepted, wants, lanes, counts, askKeyFrame }: Given): Viewer {
  const legs: Partial<Record<MediaKind, Leg>> = {}
  const codecs: Viewer['codecs'] = {}
  let again = { left: mostAgain, at: performance.now() }

  function mayAgain(now: number): boolean {
    const left = Math.min(mostAgain, again.left + ((now - again.at) * mostAgain) / 1000)
    again = { left: Math.max(0, left - 1), at: now }
    return left >= 1
  }

  function give(leg: Leg, packet: Buffer) {
    setPayloadTypeAndSsrc(packet, leg)
    put(leg.track, packet)
  }

  /**
   * The library throws for a connection that is closing, whose state reports its end, and for packets that it
   * rejects.
   */
  function put(track: Track, packet: Buffer) {
    if (!connection.connected || connection.ended || !track.isOpen()) return
    try {
      track.sendMessageBinary(packet)
      counts.packetsOut++
      counts.bytesOut += packet.length
    } catch {
      counts.unsent++
    }
  }

  function heard(kind: MediaKind, leg: Leg, packet: Buffer) {
    for (const message of isRtcp(packet) ? readRtcp(packet) : []) {
      if (message.ssrc !== leg.ssrc) continue
      if (message.what === 'key-frame') askKeyFrame()
      if (message.what !== 'nack') continue
      for (const sequence of message.sequences) {
        counts.askedFor++
        const found = lanes[kind].again(sequence)
        if (!found || !mayAgain(performance.now())) continue
        counts.repeated++
        give(leg, found)
      }
    }
  }

  accepted.forEach(({ section: { kind }, format, ssrc }, nth) => {
    const leg = {
      track: connection.tracks[nth] as Track,
      payloadType: format.payloadType,
      ssrc: ssrc as number,
    }
    legs[kind] = leg
    codecs[kind] = format.codec
    leg.track.onMessage(guardCallback((packet) => heard(kind, leg, packet)))
  })
  return {
    connection,
    codecs,
    wants,
    send(kind, packet) {
      const leg = legs[kind]
      if (leg) give(leg, packet)
    },
    report(kind, report) {
      const leg = legs[kind]
      if (leg) put(leg.track, writeSenderReport({ ...report, ssrc: leg.ssrc }))
    },
  }
}
