import type { Taken } from './receiving.ts'
import type { SenderReport } from './rtcp.ts'
import { number, timestampOf } from './rtp.ts'

/** So many packets can be sent again: at 2.5 Mbit/s, those of the last four seconds. */
const kept = 1024

export type Lane = ReturnType<typeof makeLane>

/**
 * One medium of a show as its viewers see it: numbers and timestamps go on rising when another publisher takes over,
 * as if nothing had happened.
 */
export function makeLane(clockRate: number) {
  const history: { sequence: number; packet: Buffer }[] = []
  let last = { sequence: -1, timestamp: 0, at: 0 }
  /** What is added to the numbers of who sends now. */
  let shift: { sequence: number; timestamp: number; from: number } | undefined

  /** One after the last, and later by as much as time went by. */
  function continued(sequence: number, timestamp: number, now: number) {
    if (last.sequence < 0) return { sequence: 0, timestamp: 0, from: sequence }
    const passed = Math.max(1, Math.round(((now - last.at) * clockRate) / 1000))
    return {
      sequence: last.sequence + 1 - sequence,
      timestamp: last.timestamp + passed - timestamp,
      from: sequence,
    }
  }

  return {
    /** Somebody else sends from now on. */
    handOver: () => {
      shift = undefined
    },

    /** Numbers a packet in place. @returns whether it is to be sent on: not what belongs before a change */
    take(packet: Buffer, { sequence, anew }: Taken, now: number): boolean {
      if (anew || !shift) shift = continued(sequence, timestampOf(packet), now)
      if (sequence < shift.from) return false
      const [moved, timestamp] = [sequence + shift.sequence, timestampOf(packet) + shift.timestamp]
      number(packet, moved, timestamp)
      history[moved % kept] = { sequence: moved & 0xffff, packet }
      if (moved > last.sequence) last = { sequence: moved, timestamp: timestamp >>> 0, at: now }
      return true
    },

    /** A packet that was sent before, if it is kept still. */
    again(sequence: number): Buffer | undefined {
      const found = history[sequence % kept]
      return found?.sequence === sequence ? found.packet : undefined
    },

    /** A publisher's report on the viewers' numbers and, so that it goes on as well, on our clock. */
    report(report: SenderReport, onOurClock: bigint): Omit<SenderReport, 'ssrc'> | undefined {
      return shift && { ...report, time: onOurClock, timestamp: report.timestamp + shift.timestamp }
    },
  }
}
