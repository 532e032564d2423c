import { clockRates, type Kind, kinds } from '../../src/video/codecs.ts'
import { clock, writeSenderReport } from '../../src/video/rtcp.ts'
import type { Film } from './film.ts'

/** Where a medium's packets go to, by which numbers. */
type Leg = { kind: Kind; payloadType: number; ssrc: number }
type Numbers = { sequence: number; packets: number; octets: number }
export type Sent = { kind: Kind; packet: Buffer }

export type Reel = ReturnType<typeof makeReel>

/** A film as packets of one sender: it begins anew without end, and numbers and timestamps only rise. */
export function makeReel({ milliseconds, frames }: Film, legs: Leg[]) {
  const numbers: Record<Kind, Numbers> = { audio: none(), video: none() }
  let next = 0
  let round = 0

  const legOf = (kind: Kind) => legs.find((leg) => leg.kind === kind)
  const timestamp = (kind: Kind, at: number) => Math.round((at * clockRates[kind]) / 1000) >>> 0

  function packetOf({ kind, marker, payload }: Film['frames'][number], at: number, leg: Leg): Buffer {
    const made = Buffer.alloc(12 + payload.length)
    const count = numbers[kind]
    made.writeUInt8(0x80, 0)
    made.writeUInt8((marker ? 0x80 : 0) | leg.payloadType, 1)
    made.writeUInt16BE(count.sequence++ & 0xffff, 2)
    made.writeUInt32BE(timestamp(kind, at), 4)
    made.writeUInt32BE(leg.ssrc, 8)
    payload.copy(made, 12)
    count.packets++
    count.octets += payload.length
    return made
  }

  return {
    /** What has become due. @param now milliseconds since the beginning of the first round */
    *due(now: number): Generator<Sent> {
      for (let frame = frames[next]; frame; frame = frames[next]) {
        const at = round * milliseconds + frame.at
        if (at > now) return
        const leg = legOf(frame.kind)
        if (leg) yield { kind: frame.kind, packet: packetOf(frame, at, leg) }
        next = (next + 1) % frames.length
        if (next === 0) round++
      }
    },

    /** What tells those who watch how sound and picture belong together. @param date that of the moment `now` */
    *reports(now: number, date: number): Generator<Sent> {
      for (const kind of kinds) {
        const leg = legOf(kind)
        const { packets, octets } = numbers[kind]
        const told = { time: clock(date), timestamp: timestamp(kind, now), packets, octets }
        if (leg) yield { kind, packet: writeSenderReport({ ssrc: leg.ssrc, ...told }) }
      }
    },
  }
}

const none = (): Numbers => ({ sequence: 1, packets: 0, octets: 0 })
