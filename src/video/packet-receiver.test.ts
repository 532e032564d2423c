import { describe, expect, test } from 'vitest'
import { makePacketReceiver } from './packet-receiver.ts'
import { readRtcp } from './rtcp.ts'

const packet = (sequence: number, { ssrc = 7, timestamp = sequence * 3000 } = {}) => {
  const made = Buffer.alloc(20)
  made.writeUInt8(0x80, 0)
  made.writeUInt16BE(sequence & 0xffff, 2)
  made.writeUInt32BE(timestamp >>> 0, 4)
  made.writeUInt32BE(ssrc, 8)
  return made
}

/** A receiver that got some packets, one every 10 ms. */
function having(...sequences: number[]) {
  const receiving = makePacketReceiver(90_000)
  const taken = sequences.map((sequence, nth) => receiving.take(packet(sequence), nth * 10))
  return { receiving, taken, now: sequences.length * 10 }
}
const askedIn = (nack: { packet: Buffer } | undefined) =>
  nack ? [...readRtcp(nack.packet)].flatMap((one) => (one.what === 'nack' ? one.sequences : [])) : []

describe('a missing packet', () => {
  test('is requested at once, then every 40 ms, ten times, and no more once it has arrived', () => {
    const { receiving, now } = having(1, 2, 5, 6)
    expect(askedIn(receiving.nack(now))).toEqual([3, 4])
    expect(receiving.nack(now + 20)).toBeUndefined()
    expect(receiving.take(packet(3), now + 30)).toEqual({ sequence: 3, restarted: false })
    const asked = Array.from({ length: 12 }, (_, nth) => askedIn(receiving.nack(now + 40 * (nth + 1))))
    expect(asked.flat()).toEqual(Array(9).fill(4))
  })

  test('counts as lost after a second', () => {
    const { receiving, now } = having(1, 3)
    expect(receiving.nack(now + 1500)).toBeUndefined()
    expect(receiving.take(packet(2), now + 1600)).toBeUndefined()
  })

  test('is noticed across a wrap-around', () => {
    const { receiving, taken, now } = having(65_534, 65_537)
    expect(taken[1]).toEqual({ sequence: 65_537, restarted: false })
    expect(askedIn(receiving.nack(now))).toEqual([65_535, 0])
  })

  test('is not requested after a gap that is too wide', () => {
    const { receiving, now } = having(1, 20_000)
    expect(receiving.nack(now)).toBeUndefined()
  })
})

test('a packet that arrives twice is accepted once', () => {
  expect(having(1, 2, 2, 1).taken.slice(2)).toEqual([undefined, undefined])
})

test('another source, or one that has restarted, is accepted from its first packet', () => {
  const { receiving, now } = having(30_000, 30_001)
  expect(receiving.take(packet(5), now)).toMatchObject({ restarted: true })
  expect(receiving.take(packet(9, { ssrc: 8 }), now)).toEqual({ sequence: 9, restarted: true })
  expect(receiving.nack(now)).toBeUndefined()
})

test('every second, a sender gets a report of the loss since the last one, and its bitrate limit', () => {
  const { receiving, now } = having(1, 2, 3, 5)
  receiving.onSenderReport(
    { what: 'sender', ssrc: 7, time: 0x1234_5678_9abcn << 16n, timestamp: 0, packets: 0, octets: 0 },
    now,
  )
  const told = receiving.report(now + 500)
  expect(told?.readUInt8(12)).toBe(Math.floor(256 / 5))
  expect(told?.readUIntBE(13, 3)).toBe(1)
  expect([told?.readUInt32BE(24), told?.readUInt32BE(28)]).toEqual([0x5678_9abc, 32_768])
  expect(told?.subarray(44, 48).toString()).toBe('REMB')
  receiving.take(packet(6), now + 600)
  expect(receiving.report(now + 1500)?.readUInt8(12)).toBe(0)
})
