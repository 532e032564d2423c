import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clock,
  read,
  writeBitrate,
  writeKeyFrameRequest,
  writeNack,
  writeReceiverReport,
  writeSenderReport,
} from './rtcp.ts'
import { unrolled } from './rtp.ts'

const all = (packet: Buffer) => [...read(packet)]
const ssrcs = fc.nat({ max: 0xffffffff })

test('what is asked for again is what arrives as asked for, even past the end of the round', () => {
  const missing = fc.tuple(fc.nat({ max: 0xffff }), fc.uniqueArray(fc.nat({ max: 300 }), { minLength: 1 }))
  fc.assert(
    fc.property(ssrcs, missing, (ssrc, [first, steps]) => {
      const sequences = steps.toSorted((one, other) => one - other).map((step) => (first + step) & 0xffff)
      expect(all(writeNack(ssrc, sequences))).toEqual([{ what: 'nack', ssrc, sequences }])
    }),
  )
})

test('a sender’s report is written as it was read', () => {
  const report = { ssrc: 7, time: 0xe8d4_a510_8000_0000n, timestamp: 90_000, packets: 12, octets: 3400 }
  expect(all(writeSenderReport(report))).toEqual([{ what: 'sender', ...report }])
})

test('our clock counts from 1900', () => {
  expect(clock(0)).toBe(2_208_988_800n << 32n)
  expect(clock(500) - clock(0)).toBe(1n << 31n)
})

test('several messages come in one packet; both ways to ask for a whole picture are understood', () => {
  const full = Buffer.from('84ce000400000001000000000000000901000000', 'hex')
  const packet = Buffer.concat([writeKeyFrameRequest(9), full, writeNack(9, [5])])
  expect(all(packet)).toEqual([
    { what: 'key-frame', ssrc: 9 },
    { what: 'key-frame', ssrc: 9 },
    { what: 'nack', ssrc: 9, sequences: [5] },
  ])
})

test('the bits of a bitrate are those of REMB', () => {
  expect(writeBitrate(0x11223344, 3_000_000).toString('hex')).toBe(
    '8fce0005' + '00000001' + '00000000' + '52454d42' + '0112dc6c' + '11223344',
  )
})

test('a report on what came has its figures in their places', () => {
  const told = writeReceiverReport(9, {
    fractionLost: 8,
    lost: 3,
    highest: 0x1_0005,
    jitter: 90,
    lastReport: 0xaabbccdd,
    sinceReport: 65_536,
  })
  expect(told.toString('hex')).toBe(
    '81c90007' + '00000001' + '00000009' + '08000003' + '00010005' + '0000005a' + 'aabbccdd' + '00010000',
  )
})

test('whatever comes, nothing breaks', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => all(Buffer.from(bytes)).length >= 0))
  const broken = fc.tuple(fc.constantFrom(200, 201, 205, 206), fc.uint8Array({ maxLength: 60 }))
  fc.assert(
    fc.property(broken, ([type, bytes]) => {
      const claimed = Buffer.from([0x81, type, 0, Math.floor(bytes.length / 4), ...bytes])
      return all(claimed).length < 40
    }),
  )
})

test('numbers that go round are unrolled next to the last', () => {
  const far = fc.tuple(fc.nat({ max: 1_000_000 }), fc.integer({ min: -32_000, max: 32_000 }))
  fc.assert(fc.property(far, ([near, step]) => unrolled((near + step) & 0xffff, near) === near + step))
})
