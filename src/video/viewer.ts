import type { Track } from 'node-datachannel'
import type { Accepted } from './answer.ts'
import type { Codec, Kind } from './codecs.ts'
import type { Connection } from './connection.ts'
import type { Counts } from './counts.ts'
import type { Lane } from './lane.ts'
import { guarded } from './native.ts'
import { read, type SenderReport, writeSenderReport } from './rtcp.ts'
import { address, isRtcp } from './rtp.ts'

/** So many packets a second a viewer gets again: more is no network, but somebody who wants to keep us busy. */
const mostAgain = 600

export type Viewer = {
  connection: Connection
  /** What was agreed on, by kind. */
  codecs: Partial<Record<Kind, Codec>>
  /** Kinds that it would take. */
  wants: Kind[]
  send(kind: Kind, packet: Buffer): void
  report(kind: Kind, report: Omit<SenderReport, 'ssrc'>): void
}

type Given = {
  connection: Connection
  accepted: Accepted[]
  wants: Kind[]
  lanes: Record<Kind, Lane>
  counts: Counts
  askKeyFrame(): void
}
type Leg = { track: Track; payloadType: number; ssrc: number }

/** Somebody who watches: gets every packet under their own numbers of format and source, and again what they miss. */
export function makeViewer({ connection, accepted, wants, lanes, counts, askKeyFrame }: Given): Viewer {
  const legs: Partial<Record<Kind, Leg>> = {}
  const codecs: Viewer['codecs'] = {}
  let again = { left: mostAgain, at: performance.now() }

  function mayAgain(now: number): boolean {
    const left = Math.min(mostAgain, again.left + ((now - again.at) * mostAgain) / 1000)
    again = { left: Math.max(0, left - 1), at: now }
    return left >= 1
  }

  function give(leg: Leg, packet: Buffer) {
    address(packet, leg)
    put(leg.track, packet)
  }

  /** The library throws for one that is going down, whose end its state tells, and for packets that it finds odd. */
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

  function heard(kind: Kind, leg: Leg, packet: Buffer) {
    for (const message of isRtcp(packet) ? read(packet) : []) {
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
    leg.track.onMessage(guarded((packet) => heard(kind, leg, packet)))
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
