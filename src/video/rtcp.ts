/* The part of RTCP (RFC 3550, 4585, 5104) that a relay reads and writes. */

/** Relates the sender's clock to the timestamps of its packets. */
export type SenderReport = {
  what: 'sender'
  ssrc: number
  /** Seconds since 1900, as a fixed-point number of 32.32 bits. */
  time: bigint
  timestamp: number
  packets: number
  octets: number
}
export type RtcpMessage =
  | SenderReport
  | { what: 'nack'; ssrc: number; sequences: number[] }
  | { what: 'key-frame'; ssrc: number }

/** The SSRC in our messages to a publisher. We send no media, so it can be any number. */
const ownSsrc = 1
const [sender, receiver, transport, payload] = [200, 201, 205, 206]

/** Reads the messages of a packet, which may contain several. Unknown and malformed ones are skipped. */
export function* readRtcp(packet: Buffer): Generator<RtcpMessage> {
  for (let at = 0; at + 8 <= packet.length; ) {
    const end = at + (packet.readUInt16BE(at + 2) + 1) * 4
    if (packet.readUInt8(at) >> 6 !== 2 || end > packet.length) return
    yield* readOne(packet.subarray(at, end))
    at = end
  }
}

function* readOne(part: Buffer): Generator<RtcpMessage> {
  const [type, format] = [part.readUInt8(1), part.readUInt8(0) & 0x1f]
  if (type === sender && part.length >= 28) {
    yield {
      what: 'sender',
      ssrc: part.readUInt32BE(4),
      time: part.readBigUInt64BE(8),
      timestamp: part.readUInt32BE(16),
      packets: part.readUInt32BE(20),
      octets: part.readUInt32BE(24),
    }
  } else if (type === transport && format === 1 && part.length >= 16) {
    yield { what: 'nack', ssrc: part.readUInt32BE(8), sequences: readSequences(part.subarray(12)) }
  } else if (type === payload && format === 1 && part.length >= 12) {
    yield { what: 'key-frame', ssrc: part.readUInt32BE(8) }
  } else if (type === payload && format === 4) {
    for (let at = 12; at + 8 <= part.length; at += 8) yield { what: 'key-frame', ssrc: part.readUInt32BE(at) }
  }
}

/** Reads pairs of a sequence number and of bits for the sixteen numbers that follow it. */
function readSequences(pairs: Buffer): number[] {
  const found: number[] = []
  for (let at = 0; at + 4 <= pairs.length; at += 4) {
    const [first, following] = [pairs.readUInt16BE(at), pairs.readUInt16BE(at + 2)]
    found.push(first)
    for (let bit = 0; bit < 16; bit++) if (following & (1 << bit)) found.push((first + bit + 1) & 0xffff)
  }
  return found
}

function message(format: number, type: number, words: number): Buffer {
  const made = Buffer.alloc(4 + words * 4)
  made.writeUInt8(0x80 | format, 0)
  made.writeUInt8(type, 1)
  made.writeUInt16BE(words, 2)
  made.writeUInt32BE(ownSsrc, 4)
  return made
}

/** Requests packets again. The sequence numbers must be in rising order, and there can be at most 4,000 of them. */
export function writeNack(ssrc: number, sequences: number[]): Buffer {
  const pairs: [number, number][] = []
  for (const sequence of sequences) {
    const last = pairs.at(-1)
    const behind = last ? (sequence - last[0]) & 0xffff : 0
    if (last && behind >= 1 && behind <= 16) last[1] |= 1 << (behind - 1)
    else pairs.push([sequence & 0xffff, 0])
  }
  const made = message(1, transport, 2 + pairs.length)
  made.writeUInt32BE(ssrc, 8)
  pairs.forEach(([first, following], nth) => {
    made.writeUInt16BE(first, 12 + nth * 4)
    made.writeUInt16BE(following, 14 + nth * 4)
  })
  return made
}

/** Requests a key frame: a picture that needs no earlier one. */
export function writeKeyFrameRequest(ssrc: number): Buffer {
  const made = message(1, payload, 2)
  made.writeUInt32BE(ssrc, 8)
  return made
}

export type ReceptionReport = {
  /** The loss among the packets since the last report, in 256ths. */
  fractionLost: number
  lost: number
  /** The highest sequence number, with the number of its wrap-arounds in the upper half. */
  highest: number
  /** In units of the timestamp. */
  jitter: number
  /**
   * The middle 32 bits of the time in the last sender report, and the time since it arrived in 65,536ths of a second.
   */
  lastReport: number
  sinceReport: number
}

export function writeReceiverReport(ssrc: number, reception: ReceptionReport): Buffer {
  const made = message(1, receiver, 7)
  made.writeUInt32BE(ssrc, 8)
  made.writeUInt8(reception.fractionLost, 12)
  made.writeIntBE(Math.min(reception.lost, 0x7fffff), 13, 3)
  made.writeUInt32BE(reception.highest >>> 0, 16)
  made.writeUInt32BE(reception.jitter >>> 0, 20)
  made.writeUInt32BE(reception.lastReport, 24)
  made.writeUInt32BE(reception.sinceReport >>> 0, 28)
  return made
}

/** Tells a publisher the highest bitrate, which is written as mantissa and exponent. */
export function writeBitrate(ssrc: number, bitsPerSecond: number): Buffer {
  const exponent = Math.max(0, Math.ceil(Math.log2((bitsPerSecond + 1) / 2 ** 18)))
  const mantissa = Math.floor(bitsPerSecond / 2 ** exponent)
  const made = message(15, payload, 5)
  made.write('REMB', 12, 'ascii')
  made.writeUInt32BE(((1 << 24) | (exponent << 18) | mantissa) >>> 0, 16)
  made.writeUInt32BE(ssrc, 20)
  return made
}

export function writeSenderReport({
  ssrc,
  time,
  timestamp,
  packets,
  octets,
}: Omit<SenderReport, 'what'>): Buffer {
  const made = message(0, sender, 6)
  made.writeUInt32BE(ssrc, 4)
  made.writeBigUInt64BE(BigInt.asUintN(64, time), 8)
  made.writeUInt32BE(timestamp >>> 0, 16)
  made.writeUInt32BE(packets, 20)
  made.writeUInt32BE(octets, 24)
  return made
}

/** A time as RTCP reports write it, from milliseconds since 1970. */
export const ntpClock = (milliseconds: number) =>
  BigInt(Math.round(((milliseconds + 2_208_988_800_000) * 2 ** 32) / 1000))
