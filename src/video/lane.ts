import type { ReceivedPacket } from './packet-receiver.ts'
import type { SenderReport } from './rtcp.ts'
import { setSequence, timestampOf } from './rtp.ts'

/** The number of packets that can be sent again: at 2.5 Mbit/s, those of the last four seconds. */
const kept = 1024

export type MediaLane = ReturnType<typeof makeLane>

/**
 * One medium of a show as its viewers receive it. Sequence numbers and timestamps continue to rise when another
 * publisher takes over, so that viewers do not notice the change.
 */
export function makeLane(clockRate: number) {
  const history: { sequence: number; packet: Buffer }[] = []
  let last = { sequence: -1, timestamp: 0, at: 0 }
  /** The difference between the viewers' numbers and those of the current publisher. */
  let shift: { sequence: number; timestamp: number; from: number } | undefined

  /**
   * The difference that makes the next number one higher than the last, and its timestamp later by the time that has
   * passed.
   */
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
    /** Another publisher sends from now on. */
    handOver: () => {
      shift = undefined
    },

    /**
     * Rewrites a packet's numbers in place. @returns whether to forward it: packets from before a change are dropped
     */
    take(packet: Buffer, { sequence, anew }: ReceivedPacket, now: number): boolean {
      if (anew || !shift) shift = continued(sequence, timestampOf(packet), now)
      if (sequence < shift.from) return false
      const [moved, timestamp] = [sequence + shift.sequence, timestampOf(packet) + shift.timestamp]
      setSequence(packet, moved, timestamp)
      history[moved % kept] = { sequence: moved & 0xffff, packet }
      if (moved > last.sequence) last = { sequence: moved, timestamp: timestamp >>> 0, at: now }
      return true
    },

    /** A packet that was sent before, if it is still stored. */
    again(sequence: number): Buffer | undefined {
      const found = history[sequence % kept]
      return found?.sequence === sequence ? found.packet : undefined
    },

    /**
     * A publisher's report with the viewers' timestamps and this server's clock, which continues when the publisher
     * changes.
     */
    report(report: SenderReport, onOurClock: bigint): Omit<SenderReport, 'ssrc'> | undefined {
      return shift && { ...report, time: onOurClock, timestamp: report.timestamp + shift.timestamp }
    },
  }
}
