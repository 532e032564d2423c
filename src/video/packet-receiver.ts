import { type SenderReport, writeBitrate, writeNack, writeReceiverReport } from './rtcp.ts'
import { sequenceOf, ssrcOf, timestampOf, unwrapSequence } from './rtp.ts'

/** For how many milliseconds a missing packet is requested. After that, it counts as lost. */
const missingForMs = 1000
/** How many times a missing packet is requested. After that, it counts as lost. */
const maxRequestsPerPacket = 10
/** Milliseconds between two requests for the same packet. */
const requestIntervalMs = 40
/** A jump forward by more packets than this is not a loss: the packets in between are not requested. */
const maxGapPackets = 500
/** A jump back by more packets than this means that the numbering has restarted. */
const restartBackPackets = 2000
const maxMissingPackets = 2000
/** How many packets one message requests at most. */
const maxPacketsPerRequest = 300

/**
 * The bitrate up to which a browser may send. If it is not told a limit, it stays near 0.5 Mbit/s. Its own congestion
 * control may choose less.
 */
const maxBitsPerSecond = 3_000_000

type Missing = { since: number; asked: number; times: number }

/** A packet's sequence number without wrap-around, and whether the numbering restarts with it. */
export type ReceivedPacket = { sequence: number; restarted: boolean }

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
    // A timestamp that has wrapped around, or a source that has restarted, says nothing about the network.
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

  function addMissing(from: number, to: number, since: number) {
    for (let lost = from; lost < to && missing.size < maxMissingPackets; lost++) {
      missing.set(lost, { since, asked: 0, times: 0 })
    }
  }

  return {
    /** @returns undefined for a packet that has already arrived or that counts as lost */
    take(packet: Buffer, now: number): ReceivedPacket | undefined {
      const sequence = highest < 0 ? sequenceOf(packet) : unwrapSequence(sequenceOf(packet), highest)
      const restarted = ssrcOf(packet) !== ssrc || sequence < highest - restartBackPackets
      if (restarted) {
        ssrc = ssrcOf(packet)
        begin(sequence)
        return { sequence, restarted }
      }
      if (sequence <= highest && !missing.delete(sequence)) return undefined
      if (sequence > highest) {
        measure(packet, now)
        if (sequence - highest <= maxGapPackets) addMissing(highest + 1, sequence, now)
        highest = sequence
      }
      received++
      return { sequence, restarted }
    },

    /**
     * Requests missing packets. Must be called every few milliseconds.
     * @returns the message, and how many packets it requests
     */
    nack(now: number): { count: number; packet: Buffer } | undefined {
      const due: number[] = []
      for (const [sequence, packet] of missing) {
        if (now - packet.since > missingForMs || packet.times >= maxRequestsPerPacket)
          missing.delete(sequence)
        else if (
          due.length < maxPacketsPerRequest &&
          (packet.times === 0 || now - packet.asked >= requestIntervalMs)
        ) {
          Object.assign(packet, { asked: now, times: packet.times + 1 })
          due.push(sequence)
        }
      }
      return due.length > 0 ? { count: due.length, packet: writeNack(ssrc, due) } : undefined
    },

    onSenderReport(report: SenderReport, now: number) {
      sender = { middle: Number((report.time >> 16n) & 0xffffffffn), at: now }
    },

    /** The report that the sender gets every second. */
    report(now: number): Buffer | undefined {
      if (highest < 0) return undefined
      const expected = highest - first + 1
      const [due, came] = [expected - reported.expected, received - reported.received]
      reported = { expected, received }
      const receiverReport = writeReceiverReport(ssrc, {
        fractionLost: due > came ? Math.min(255, Math.floor(((due - came) * 256) / due)) : 0,
        lost: Math.max(0, expected - received),
        highest,
        jitter: Math.round(jitter),
        lastReport: sender.middle,
        sinceReport: sender.at ? Math.round((now - sender.at) * 65.536) : 0,
      })
      return clockRate === 90_000
        ? Buffer.concat([receiverReport, writeBitrate(ssrc, maxBitsPerSecond)])
        : receiverReport
    },
  }
}
