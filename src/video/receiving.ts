import { type SenderReport, writeBitrate, writeNack, writeReceiverReport } from './rtcp.ts'
import { sequenceOf, ssrcOf, timestampOf, unrolled } from './rtp.ts'

/** How long and how often a missing packet is asked for, and what counts as lost for good. */
const patience = 1000
const attempts = 10
const pause = 40
const widestGap = 500
const widestBack = 2000
const mostMissing = 2000
const mostAtOnce = 300

/** What a browser may send at most; without being told, it stays near 0.5 Mbit/s. Its own control goes below that. */
const mostBits = 3_000_000

type Missing = { since: number; asked: number; times: number }

/** A packet's number, unrolled, and whether the numbers begin anew with it. */
export type Taken = { sequence: number; anew: boolean }

export type Receiving = ReturnType<typeof makeReceiving>

/** The receiving end of one medium of a publisher: what is missing, and what is reported about it. */
export function makeReceiving(clockRate: number) {
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
    // A timestamp that went round, or a source that began anew, says nothing about the network.
    if (change < clockRate) jitter += (change - jitter) / 16
    transit = taken
  }

  /** With the first packet, or with another source. */
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
    /** @returns undefined for what came before or was given up */
    take(packet: Buffer, now: number): Taken | undefined {
      const sequence = highest < 0 ? sequenceOf(packet) : unrolled(sequenceOf(packet), highest)
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

    /** Asks again for what is missing: to be called every some milliseconds. @returns how many were asked for */
    nack(now: number): { count: number; packet: Buffer } | undefined {
      const due: number[] = []
      for (const [sequence, packet] of missing) {
        if (now - packet.since > patience || packet.times >= attempts) missing.delete(sequence)
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

    /** What the sender is told every second. */
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
