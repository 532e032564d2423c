import type { Track } from 'node-datachannel'
import { databaseTime } from '../platform/database/database-time.ts'
import { type Codec, clockRates, type MediaKind, mediaKinds } from './codecs.ts'
import { makeKeyFrameRequests } from './key-frame-requests.ts'
import type { MediaLane } from './lane.ts'
import { makePacketReceiver, type PacketReceiver } from './packet-receiver.ts'
import type { RelayCounters } from './relay-counters.ts'
import { ntpClock, readRtcp, type SenderReport, writeKeyFrameRequest } from './rtcp.ts'
import { isRtcp, isRtp, payloadTypeOf, ssrcOf } from './rtp.ts'
import type { AcceptedSection } from './sdp-answer.ts'
import type { WebRtcConnection } from './webrtc-connection.ts'
import { guardCallback } from './webrtc-library.ts'

const beat = 20
const reportEvery = 1000
/**
 * Milliseconds without a packet, after which a publisher counts as gone. A browser sends packets even when it records
 * silence and darkness.
 */
const silence = 3000
/**
 * Bytes per second, three times what is allowed: a publisher that stays above it would saturate every
 * viewer's connection.
 */
const mostBytes = (3 * 3_000_000) / 8
const excesses = 3

export type Publisher = {
  connection: WebRtcConnection
  codecs: Partial<Record<MediaKind, Codec>>
  /** Whether the first packet of the video (or, without video, of the sound) has arrived. */
  begun: boolean
  askKeyFrame(): void
  /** Called once connected: begins to request missing packets and to send reports. */
  start(): void
  stop(): void
}

type Given = {
  connection: WebRtcConnection
  accepted: AcceptedSection[]
  lanes: Record<MediaKind, MediaLane>
  counts: RelayCounters
  onBegun(): void
  onPacket(kind: MediaKind, packet: Buffer): void
  onReport(kind: MediaKind, report: Omit<SenderReport, 'ssrc'>): void
}
type Leg = { track: Track; receiving: PacketReceiver; payloadType: number; ssrc: number }

/** The publisher of a show's video and sound. */
export function makePublisher({ connection, accepted, lanes, counts, ...given }: Given): Publisher {
  const legs: Partial<Record<MediaKind, Leg>> = {}
  const codecs: Publisher['codecs'] = {}
  let lastPacket = 0
  let [bytes, excess] = [0, 0]
  let ours: bigint | undefined
  let timer: NodeJS.Timeout | undefined
  const keyFrames = makeKeyFrameRequests(() => {
    if (!legs.video?.ssrc) return
    counts.keyFrames++
    put(legs.video, writeKeyFrameRequest(legs.video.ssrc))
  })

  function put({ track }: Leg, packet: Buffer) {
    if (connection.connected && !connection.ended && track.isOpen()) track.sendMessageBinary(packet)
  }

  function took(kind: MediaKind, leg: Leg, packet: Buffer) {
    const now = performance.now()
    const taken = leg.receiving.take(packet, now)
    if (!taken) return
    lastPacket = now
    counts.packetsIn++
    counts.bytesIn += packet.length
    bytes += packet.length
    if (taken.anew) {
      leg.ssrc = ssrcOf(packet)
      if (kind === 'video') keyFrames.ask()
    }
    if (lanes[kind].take(packet, taken, now)) given.onPacket(kind, packet)
    if (publisher.begun || (codecs.video && kind === 'audio')) return
    publisher.begun = true
    given.onBegun()
  }

  function reported(kind: MediaKind, leg: Leg, report: SenderReport) {
    leg.receiving.heard(report, performance.now())
    ours ??= ntpClock(databaseTime()) - report.time
    const told = lanes[kind].report(report, report.time + ours)
    if (told) given.onReport(kind, told)
  }

  function heard(kind: MediaKind, leg: Leg, packet: Buffer) {
    if (connection.ended) return
    if (isRtcp(packet)) {
      for (const message of readRtcp(packet)) {
        if (message.what === 'sender' && message.ssrc === leg.ssrc) reported(kind, leg, message)
      }
    } else if (isRtp(packet) && payloadTypeOf(packet) === leg.payloadType) {
      took(kind, leg, packet)
    }
  }

  function exceeds(): boolean {
    excess = bytes > mostBytes ? excess + 1 : 0
    bytes = 0
    return excess === excesses
  }

  /** Runs every 20 ms, and requests missing packets. Once a second, it sends reports. */
  function tick(reporting: boolean) {
    const now = performance.now()
    if (now - lastPacket > silence || (reporting && exceeds())) return connection.end()
    for (const kind of mediaKinds) {
      const leg = legs[kind]
      const missing = kind === 'video' ? leg?.receiving.nack(now) : undefined
      const report = reporting ? leg?.receiving.report(now) : undefined
      counts.asked += missing?.count ?? 0
      for (const packet of [missing?.packet, report]) if (leg && packet) put(leg, packet)
    }
  }

  const publisher: Publisher = {
    connection,
    codecs,
    begun: false,
    askKeyFrame: keyFrames.ask,
    start() {
      lastPacket = performance.now()
      let beats = 0
      timer = setInterval(
        guardCallback(() => tick(++beats % (reportEvery / beat) === 0)),
        beat,
      )
    },
    stop() {
      clearInterval(timer)
      keyFrames.stop()
    },
  }
  accepted.forEach(({ section: { kind }, format }, nth) => {
    const track = connection.tracks[nth] as Track
    const leg = {
      track,
      receiving: makePacketReceiver(clockRates[kind]),
      payloadType: format.payloadType,
      ssrc: 0,
    }
    legs[kind] = leg
    codecs[kind] = format.codec
    track.onMessage(guardCallback((packet) => heard(kind, leg, packet)))
  })
  return publisher
}
