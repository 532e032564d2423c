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
 * How many packets per second a viewer can get again. No network loses more; a client that asks for more is trying to
 * keep the server busy.
 */
const maxResentPerSecond = 600

export type Viewer = {
  connection: WebRtcConnection
  /** The codecs that were agreed on, by medium. */
  codecs: Partial<Record<MediaKind, Codec>>
  /** The media that the viewer wants to receive. */
  wants: MediaKind[]
  send(kind: MediaKind, packet: Buffer): void
  report(kind: MediaKind, report: Omit<SenderReport, 'ssrc'>): void
}

type ViewerOptions = {
  connection: WebRtcConnection
  accepted: AcceptedSection[]
  wants: MediaKind[]
  lanes: Record<MediaKind, MediaLane>
  counts: RelayCounters
  askKeyFrame(): void
}
type TrackLink = { track: Track; payloadType: number; ssrc: number }

/** A viewer, who gets every packet with their own payload type and SSRC, and lost packets again on request. */
export function makeViewer({
  connection,
  accepted,
  wants,
  lanes,
  counts,
  askKeyFrame,
}: ViewerOptions): Viewer {
  const links: Partial<Record<MediaKind, TrackLink>> = {}
  const codecs: Viewer['codecs'] = {}
  let resendBudget = { left: maxResentPerSecond, at: performance.now() }

  function maySendAgain(now: number): boolean {
    const left = Math.min(
      maxResentPerSecond,
      resendBudget.left + ((now - resendBudget.at) * maxResentPerSecond) / 1000,
    )
    resendBudget = { left: Math.max(0, left - 1), at: now }
    return left >= 1
  }

  function forward(link: TrackLink, packet: Buffer) {
    setPayloadTypeAndSsrc(packet, link)
    put(link.track, packet)
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

  function onMessage(kind: MediaKind, link: TrackLink, packet: Buffer) {
    for (const message of isRtcp(packet) ? readRtcp(packet) : []) {
      if (message.ssrc !== link.ssrc) continue
      if (message.what === 'key-frame') askKeyFrame()
      if (message.what !== 'nack') continue
      for (const sequence of message.sequences) {
        counts.askedFor++
        const found = lanes[kind].sentBefore(sequence)
        if (!found || !maySendAgain(performance.now())) continue
        counts.repeated++
        forward(link, found)
      }
    }
  }

  accepted.forEach(({ section: { kind }, format, ssrc }, nth) => {
    const link = {
      track: connection.tracks[nth] as Track,
      payloadType: format.payloadType,
      ssrc: ssrc as number,
    }
    links[kind] = link
    codecs[kind] = format.codec
    link.track.onMessage(guardCallback((packet) => onMessage(kind, link, packet)))
  })
  return {
    connection,
    codecs,
    wants,
    send(kind, packet) {
      const link = links[kind]
      if (link) forward(link, packet)
    },
    report(kind, report) {
      const link = links[kind]
      if (link) put(link.track, writeSenderReport({ ...report, ssrc: link.ssrc }))
    },
  }
}
