import { clockRates, type MediaKind, mediaKinds } from '../../src/video/codecs.ts'
import { ntpClock, writeSenderReport } from '../../src/video/rtcp.ts'
import type { Film } from './film-file.ts'

/** The payload type and SSRC of a medium's packets. */
type Leg = { kind: MediaKind; payloadType: number; ssrc: number }
type Numbers = { sequence: number; packets: number; octets: number }
export type FilmPacket = { kind: MediaKind; packet: Buffer }

export type FilmPacketizer = ReturnType<typeof makeFilmPacketizer>

/**
 * Turns a film into the packets of one sender. The film is repeated without end, while sequence numbers and
 * timestamps only rise.
 */
export function makeFilmPacketizer({ milliseconds, frames }: Film, legs: Leg[]) {
  const numbers: Record<MediaKind, Numbers> = { audio: none(), video: none() }
  let next = 0
  let round = 0

  const legOf = (kind: MediaKind) => legs.find((leg) => leg.kind === kind)
  const timestamp = (kind: MediaKind, at: number) => Math.round((at * clockRates[kind]) / 1000) >>> 0

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
    /** The packets that are due. @param now milliseconds since the film began for the first time */
    *due(now: number): Generator<FilmPacket> {
      for (let frame = frames[next]; frame; frame = frames[next]) {
        const at = round * milliseconds + frame.at
        if (at > now) return
        const leg = legOf(frame.kind)
        if (leg) yield { kind: frame.kind, packet: packetOf(frame, at, leg) }
        next = (next + 1) % frames.length
        if (next === 0) round++
      }
    },

    /**
     * Reports that relate sound to picture for the viewers. @param date the date of the moment `now`, in milliseconds
     * since 1970
     */
    *reports(now: number, date: number): Generator<FilmPacket> {
      for (const kind of mediaKinds) {
        const leg = legOf(kind)
        const { packets, octets } = numbers[kind]
        const told = { time: ntpClock(date), timestamp: timestamp(kind, now), packets, octets }
        if (leg) yield { kind, packet: writeSenderReport({ ssrc: leg.ssrc, ...told }) }
      }
    },
  }
}

const none = (): Numbers => ({ sequence: 1, packets: 0, octets: 0 })
