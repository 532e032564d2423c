/*
 * Reads RTP packets (RFC 3550) and rewrites them in place. Sequence numbers (16 bits) and timestamps (32 bits) wrap
 * around; these functions turn them into numbers that only rise.
 */
export const sequenceOf = (packet: Buffer) => packet.readUInt16BE(2)
export const timestampOf = (packet: Buffer) => packet.readUInt32BE(4)
export const ssrcOf = (packet: Buffer) => packet.readUInt32BE(8)
export const payloadTypeOf = (packet: Buffer) => packet.readUInt8(1) & 0x7f

export const isRtcp = (packet: Buffer) =>
  packet.length >= 8 && packet.readUInt8(1) >= 192 && packet.readUInt8(1) <= 223
export const isRtp = (packet: Buffer) => packet.length >= 12 && packet.readUInt8(0) >> 6 === 2

/** The number nearest to `near` that has this sequence number as its lower 16 bits. */
export const unwrapSequence = (sequence: number, near: number) => near + (((sequence - near) << 16) >> 16)

export function setSequence(packet: Buffer, sequence: number, timestamp: number) {
  packet.writeUInt16BE(sequence & 0xffff, 2)
  packet.writeUInt32BE(timestamp >>> 0, 4)
}

/** Sets the payload type and the SSRC of a packet. */
export function setPayloadTypeAndSsrc(packet: Buffer, to: { payloadType: number; ssrc: number }) {
  packet.writeUInt8((packet.readUInt8(1) & 0x80) | to.payloadType, 1)
  packet.writeUInt32BE(to.ssrc, 8)
}
