import { describe, expect, test } from 'vitest'
import { makeReceiving } from './receiving.ts'
import { read } from './rtcp.ts'

const packet = (sequence: number, { ssrc = 7, timestamp = sequence * 3000 } = {}) => {
  const made = Buffer.alloc(20)
  made.writeUInt8(0x80, 0)
  made.writeUInt16BE(sequence & 0xffff, 2)
  made.writeUInt32BE(timestamp >>> 0, 4)
  made.writeUInt32BE(ssrc, 8)
  return made
}

/** A receiving end that got some packets, one every 10 ms. */
function having(...sequences: number[]) {
  const receiving = makeReceiving(90_000)
  const taken = sequences.map((sequence, nth) => receiving.take(packet(sequence), nth * 10))
  return { receiving, taken, now: sequences.length * 10 }
}
const askedIn = (nack: { packet: Buffer } | undefined) =>
  nack ? [...read(nack.packet)].flatMap((one) => (one.what === 'nack' ? one.sequences : [])) : []

describe('what is missing', () => {
  test('is asked for at once, then every 40 ms, ten times, and no more once it came', () => {
    const { receiving, now } = having(1, 2, 5, 6)
    expect(askedIn(receiving.nack(now))).toEqual([3, 4])
    expect(receiving.nack(now + 20)).toBeUndefined()
    expect(receiving.take(packet(3), now + 30)).toEqual({ sequence: 3, anew: false })
    const asked = Array.from({ length: 12 }, (_, nth) => askedIn(receiving.nack(now + 40 * (nth + 1))))
    expect(asked.flat()).toEqual(Array(9).fill(4))
  })

  test('is given up after a second', () => {
    const { receiving, now } = having(1, 3)
    expect(receiving.nack(now + 1500)).toBeUndefined()
    expect(receiving.take(packet(2), now + 1600)).toBeUndefined()
  })

  test('is seen past the end of the round', () => {
    const { receiving, taken, now } = having(65_534, 65_537)
    expect(taken[1]).toEqual({ sequence: 65_537, anew: false })
    expect(askedIn(receiving.nack(now))).toEqual([65_535, 0])
  })

  test('is not asked for after a gap that no network makes', () => {
    const { receiving, now } = having(1, 20_000)
    expect(receiving.nack(now)).toBeUndefined()
  })
})

test('what comes twice is taken once', () => {
  expect(having(1, 2, 2, 1).taken.slice(2)).toEqual([undefined, undefined])
})

test('another source, or one that began anew, is taken from its first packet on', () => {
  const { receiving, now } = having(30_000, 30_001)
  expect(receiving.take(packet(5), now)).toMatchObject({ anew: true })
  expect(receiving.take(packet(9, { ssrc: 8 }), now)).toEqual({ sequence: 9, anew: true })
  expect(receiving.nack(now)).toBeUndefined()
})

test('a sender is told every second how much was lost since the last time, and how much it may send', () => {
  const { receiving, now } = having(1, 2, 3, 5)
  receiving.heard(
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
