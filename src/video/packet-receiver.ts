import { type SenderReport, writeBitrate, writeNack, writeReceiverReport } from './rtcp.ts'
import { sequenceOf, ssrcOf, timestampOf, unwrapSequence } from './rtp.ts'

/** For how many milliseconds and how often a missing packet is requested. After that, it counts as lost. */
const missingForMs = 1000
const attempts = 10
const pause = 40
const widestGap = 500
const widestBack = 2000
const mostMissing = 2000
const mostAtOnce = 300

/**
 * The highest bitrate for a browser, in bits per second. Without this limit, it stays near 0.5 Mbit/s. Its own
 * congestion control may choose less.
 */
const mostBits = 3_000_000

type Missing = { since: number; asked: number; times: number }

/** A packet's sequence number without wrap-around, and whether the numbering restarts with it. */
export type ReceivedPacket = { sequence: number; anew: boolean }

export type PacketReceiver = ReturnType<typeof makePacketReceiver>

/** Receives one medium of a publisher: keeps track of missing packets and writes reports. */
export function makePacketReceiver(clockRate: number) {
  const missing = new Map<number, Missing>()
  let first = -1
  let highest = -1
  let received = 0
  let ssrc = -1
  let jitter = 0
  let transit: number | undefined
  let reported = { expected: 0, received: 0 }
  let sender = { middle: 0, at: 0 }

  function measure(packet: Buffer, now: number) {
    const taken = (now * clockRate) / 1000 - timestampOf(packet)
    const change = transit === undefined ? 0 : Math.abs(taken - transit)
    // A timestamp that wrapped around, or a source that restarted, is no measure of the network.
    if (change < clockRate) jitter += (change - jitter) / 16
    transit = taken
  }

  /** Called for the first packet, and for the first of another source. */
  function begin(sequence: number) {
    missing.clear()
    first = highest = sequence
    received = 1
    reported = { expected: 0, received: 0 }
  }

  function miss(from: number, to: number, since: number) {
    for (let lost = from; lost < to && missing.size < mostMissing; lost++) {
      missing.set(lost, { since, asked: 0, times: 0 })
    }
  }

  return {
    /** @returns undefined for a packet that arrived before or that counts as lost */
    take(packet: Buffer, now: number): ReceivedPacket | undefined {
      const sequence = highest < 0 ? sequenceOf(packet) : unwrapSequence(sequenceOf(packet), highest)
      const anew = ssrcOf(packet) !== ssrc || sequence < highest - widestBack
      if (anew) {
        ssrc = ssrcOf(packet)
        begin(sequence)
        return { sequence, anew }
      }
      if (sequence <= highest && !missing.delete(sequence)) return undefined
      if (sequence > highest) {
        measure(packet, now)
        if (sequence - highest <= widestGap) miss(highest + 1, sequence, now)
        highest = sequence
      }
      received++
      return { sequence, anew }
    },

    /**
     * Requests missing packets. To be called every few milliseconds. @returns the message, and how many packets it
     * requests
     */
    nack(now: number): { count: number; packet: Buffer } | undefined {
      const due: number[] = []
      for (const [sequence, packet] of missing) {
        if (now - packet.since > missingForMs || packet.times >= attempts) missing.delete(sequence)
        else if (due.length < mostAtOnce && (packet.times === 0 || now - packet.asked >= pause)) {
          Object.assign(packet, { asked: now, times: packet.times + 1 })
          due.push(sequence)
        }
      }
      return due.length > 0 ? { count: due.length, packet: writeNack(ssrc, due) } : undefined
    },

    heard(report: SenderReport, now: number) {
      sender = { middle: Number((report.time >> 16n) & 0xffffffffn), at: now }
    },

    /** The report that the sender gets every second. */
    report(now: number): Buffer | undefined {
      if (highest < 0) return undefined
      const expected = highest - first + 1
      const [due, came] = [expected - reported.expected, received - reported.received]
      reported = { expected, received }
      const told = writeReceiverReport(ssrc, {
        fractionLost: due > came ? Math.min(255, Math.floor(((due - came) * 256) / due)) : 0,
        lost: Math.max(0, expected - received),
        highest,
        jitter: Math.round(jitter),
        lastReport: sender.middle,
        sinceReport: sender.at ? Math.round((now - sender.at) * 65.536) : 0,
      })
      return clockRate === 90_000 ? Buffer.concat([told, writeBitrate(ssrc, mostBits)]) : told
    },
  }
}
