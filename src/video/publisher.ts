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

/** Milliseconds between two requests for missing packets. */
const tickIntervalMs = 20
/** Milliseconds between two reports to the publisher. */
const reportIntervalMs = 1000
/**
 * After this many milliseconds without a packet, a publisher counts as gone. A browser sends packets even if it records
 * silence and darkness.
 */
const publisherSilenceMs = 3000
/**
 * Three times the bitrate up to which a browser may send. A publisher that stays above it would saturate every viewer's
 * connection.
 */
const maxBytesPerSecond = (3 * 3_000_000) / 8
/** After how many seconds above `maxBytesPerSecond` in a row a publisher is disconnected. */
const maxExcessSeconds = 3

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

type PublisherOptions = {
  connection: WebRtcConnection
  accepted: AcceptedSection[]
  lanes: Record<MediaKind, MediaLane>
  counts: RelayCounters
  onBegun(): void
  onPacket(kind: MediaKind, packet: Buffer): void
  onReport(kind: MediaKind, report: Omit<SenderReport, 'ssrc'>): void
}
type TrackLink = { track: Track; receiving: PacketReceiver; payloadType: number; ssrc: number }

/** The publisher of a show's video and sound. */
export function makePublisher({
  connection,
  accepted,
  lanes,
  counts,
  ...callbacks
}: PublisherOptions): Publisher {
  const links: Partial<Record<MediaKind, TrackLink>> = {}
  const codecs: Publisher['codecs'] = {}
  let lastPacket = 0
  let [bytes, excess] = [0, 0]
  /** What is added to the publisher's clock to get this server's. */
  let clockDifference: bigint | undefined
  let timer: NodeJS.Timeout | undefined
  const keyFrames = makeKeyFrameRequests(() => {
    if (!links.video?.ssrc) return
    counts.keyFrames++
    sendToPublisher(links.video, writeKeyFrameRequest(links.video.ssrc))
  })

  function sendToPublisher({ track }: TrackLink, packet: Buffer) {
    if (connection.connected && !connection.ended && track.isOpen()) track.sendMessageBinary(packet)
  }

  function onMediaPacket(kind: MediaKind, link: TrackLink, packet: Buffer) {
    const now = performance.now()
    const taken = link.receiving.take(packet, now)
    if (!taken) return
    lastPacket = now
    counts.packetsIn++
    counts.bytesIn += packet.length
    bytes += packet.length
    if (taken.restarted) {
      link.ssrc = ssrcOf(packet)
      if (kind === 'video') keyFrames.ask()
    }
    if (lanes[kind].take(packet, taken, now)) callbacks.onPacket(kind, packet)
    if (publisher.begun || (codecs.video && kind === 'audio')) return
    publisher.begun = true
    callbacks.onBegun()
  }

  function onSenderReport(kind: MediaKind, link: TrackLink, report: SenderReport) {
    link.receiving.onSenderReport(report, performance.now())
    clockDifference ??= ntpClock(databaseTime()) - report.time
    const viewerReport = lanes[kind].report(report, report.time + clockDifference)
    if (viewerReport) callbacks.onReport(kind, viewerReport)
  }

  function onMessage(kind: MediaKind, link: TrackLink, packet: Buffer) {
    if (connection.ended) return
    if (isRtcp(packet)) {
      for (const message of readRtcp(packet)) {
        if (message.what === 'sender' && message.ssrc === link.ssrc) onSenderReport(kind, link, message)
      }
    } else if (isRtp(packet) && payloadTypeOf(packet) === link.payloadType) {
      onMediaPacket(kind, link, packet)
    }
  }

  function exceeds(): boolean {
    excess = bytes > maxBytesPerSecond ? excess + 1 : 0
    bytes = 0
    return excess === maxExcessSeconds
  }

  /** Runs every `tickIntervalMs` and requests missing packets. Once a second, it also sends reports. */
  function tick(reporting: boolean) {
    const now = performance.now()
    if (now - lastPacket > publisherSilenceMs || (reporting && exceeds())) return connection.end()
    for (const kind of mediaKinds) {
      const link = links[kind]
      const missing = kind === 'video' ? link?.receiving.nack(now) : undefined
      const report = reporting ? link?.receiving.report(now) : undefined
      counts.asked += missing?.count ?? 0
      for (const packet of [missing?.packet, report]) if (link && packet) sendToPublisher(link, packet)
    }
  }

  const publisher: Publisher = {
    connection,
    codecs,
    begun: false,
    askKeyFrame: keyFrames.ask,
    start() {
      lastPacket = performance.now()
      let ticks = 0
      timer = setInterval(
        guardCallback(() => tick(++ticks % (reportIntervalMs / tickIntervalMs) === 0)),
        tickIntervalMs,
      )
    },
    stop() {
      clearInterval(timer)
      keyFrames.stop()
    },
  }
  accepted.forEach(({ section: { kind }, format }, nth) => {
    const track = connection.tracks[nth] as Track
    const link = {
      track,
      receiving: makePacketReceiver(clockRates[kind]),
      payloadType: format.payloadType,
      ssrc: 0,
    }
    links[kind] = link
    codecs[kind] = format.codec
    track.onMessage(guardCallback((packet) => onMessage(kind, link, packet)))
  })
  return publisher
}
