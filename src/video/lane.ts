import type { ReceivedPacket } from './packet-receiver.ts'
import type { SenderReport } from './rtcp.ts'
import { setSequence, timestampOf } from './rtp.ts'

/** How many packets are stored to be sent again: at 2.5 Mbit/s, those of the last four seconds. */
const storedPackets = 1024

export type MediaLane = ReturnType<typeof makeLane>

/**
 * One medium of a show as its viewers receive it. When another publisher takes over, sequence numbers and timestamps
 * continue to rise, so that viewers do not notice the change.
 */
export function makeLane(clockRate: number) {
  const history: { sequence: number; packet: Buffer }[] = []
  let last = { sequence: -1, timestamp: 0, at: 0 }
  /** The difference between the viewers' numbers and those of the current publisher. */
  let shift: { sequence: number; timestamp: number; from: number } | undefined

  /**
   * Computes the difference that makes the next number one higher than the last one, and the next timestamp later by
   * the time that has passed.
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
    take(packet: Buffer, { sequence, restarted }: ReceivedPacket, now: number): boolean {
      if (restarted || !shift) shift = continued(sequence, timestampOf(packet), now)
      if (sequence < shift.from) return false
      const [moved, timestamp] = [sequence + shift.sequence, timestampOf(packet) + shift.timestamp]
      setSequence(packet, moved, timestamp)
      history[moved % storedPackets] = { sequence: moved & 0xffff, packet }
      if (moved > last.sequence) last = { sequence: moved, timestamp: timestamp >>> 0, at: now }
      return true
    },

    /** Finds a packet that was sent before, if it is still stored. */
    sentBefore(sequence: number): Buffer | undefined {
      const found = history[sequence % storedPackets]
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
