import type { Track } from 'node-datachannel'
import type { Accepted } from './answer.ts'
import { type Codec, clockRates, type Kind, kinds } from './codecs.ts'
import type { Connection } from './connection.ts'
import type { Counts } from './counts.ts'
import { makeKeyFrames } from './key-frames.ts'
import type { Lane } from './lane.ts'
import { guarded } from './native.ts'
import { makeReceiving, type Receiving } from './receiving.ts'
import { clock, read, type SenderReport, writeKeyFrameRequest } from './rtcp.ts'
import { isRtcp, isRtp, payloadTypeOf, ssrcOf } from './rtp.ts'

const beat = 20
const reportEvery = 1000
/** Longer without a packet, and they are gone: a browser sends silence and darkness, too. */
const silence = 3000
/** Bytes a second, thrice what is allowed; whoever goes on above it would fill every viewer's line. */
const mostBytes = (3 * 3_000_000) / 8
const excesses = 3

export type Publisher = {
  connection: Connection
  codecs: Partial<Record<Kind, Codec>>
  /** Whether something to look at (or, without any, to listen to) arrived. */
  begun: boolean
  askKeyFrame(): void
  /** From its connection on: what is missing is asked for, what came is reported. */
  start(): void
  stop(): void
}

type Given = {
  connection: Connection
  accepted: Accepted[]
  lanes: Record<Kind, Lane>
  counts: Counts
  onBegun(): void
  onPacket(kind: Kind, packet: Buffer): void
  onReport(kind: Kind, report: Omit<SenderReport, 'ssrc'>): void
}
type Leg = { track: Track; receiving: Receiving; payloadType: number; ssrc: number }

/** Whoever sends a show's picture and sound. */
export function makePublisher({ connection, accepted, lanes, counts, ...given }: Given): Publisher {
  const legs: Partial<Record<Kind, Leg>> = {}
  const codecs: Publisher['codecs'] = {}
  let lastPacket = 0
  let [bytes, excess] = [0, 0]
  let ours: bigint | undefined
  let timer: NodeJS.Timeout | undefined
  const keyFrames = makeKeyFrames(() => {
    if (!legs.video?.ssrc) return
    counts.keyFrames++
    put(legs.video, writeKeyFrameRequest(legs.video.ssrc))
  })

  function put({ track }: Leg, packet: Buffer) {
    if (connection.connected && !connection.ended && track.isOpen()) track.sendMessageBinary(packet)
  }

  function took(kind: Kind, leg: Leg, packet: Buffer) {
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

  function reported(kind: Kind, leg: Leg, report: SenderReport) {
    leg.receiving.heard(report, performance.now())
    ours ??= clock(Date.now()) - report.time
    const told = lanes[kind].report(report, report.time + ours)
    if (told) given.onReport(kind, told)
  }

  function heard(kind: Kind, leg: Leg, packet: Buffer) {
    if (connection.ended) return
    if (isRtcp(packet)) {
      for (const message of read(packet)) {
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

  /** What is missing is asked for in every beat, what came is reported every second. */
  function tick(reporting: boolean) {
    const now = performance.now()
    if (now - lastPacket > silence || (reporting && exceeds())) return connection.end()
    for (const kind of kinds) {
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
        guarded(() => tick(++beats % (reportEvery / beat) === 0)),
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
      receiving: makeReceiving(clockRates[kind]),
      payloadType: format.payloadType,
      ssrc: 0,
    }
    legs[kind] = leg
    codecs[kind] = format.codec
    track.onMessage(guarded((packet) => heard(kind, leg, packet)))
  })
  return publisher
}
