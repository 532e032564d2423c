import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ntpClock,
  readRtcp,
  writeBitrate,
  writeKeyFrameRequest,
  writeNack,
  writeReceiverReport,
  writeSenderReport,
} from './rtcp.ts'
import { unwrapSequence } from './rtp.ts'

const all = (packet: Buffer) => [...readRtcp(packet)]
const ssrcs = fc.nat({ max: 0xffffffff })

test('requested sequence numbers are read as they were written, even across a wrap-around', () => {
  const missing = fc.tuple(fc.nat({ max: 0xffff }), fc.uniqueArray(fc.nat({ max: 300 }), { minLength: 1 }))
  fc.assert(
    fc.property(ssrcs, missing, (ssrc, [first, steps]) => {
      const sequences = steps.toSorted((one, other) => one - other).map((step) => (first + step) & 0xffff)
      expect(all(writeNack(ssrc, sequences))).toEqual([{ what: 'nack', ssrc, sequences }])
    }),
  )
})

test('a sender report is read as it was written', () => {
  const report = { ssrc: 7, time: 0xe8d4_a510_8000_0000n, timestamp: 90_000, packets: 12, octets: 3400 }
  expect(all(writeSenderReport(report))).toEqual([{ what: 'sender', ...report }])
})

test('the server’s clock in reports counts from 1900', () => {
  expect(ntpClock(0)).toBe(2_208_988_800n << 32n)
  expect(ntpClock(500) - ntpClock(0)).toBe(1n << 31n)
})

test('one packet can contain several messages, and both kinds of key frame requests are understood', () => {
  const full = Buffer.from('84ce000400000001000000000000000901000000', 'hex')
  const packet = Buffer.concat([writeKeyFrameRequest(9), full, writeNack(9, [5])])
  expect(all(packet)).toEqual([
    { what: 'key-frame', ssrc: 9 },
    { what: 'key-frame', ssrc: 9 },
    { what: 'nack', ssrc: 9, sequences: [5] },
  ])
})

test('a bitrate limit is encoded as REMB', () => {
  expect(writeBitrate(0x11223344, 3_000_000).toString('hex')).toBe(
    '8fce0005' + '00000001' + '00000000' + '52454d42' + '0112dc6c' + '11223344',
  )
})

test('a receiver report has its figures in their places', () => {
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

test('no input causes an error', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => all(Buffer.from(bytes)).length >= 0))
  const broken = fc.tuple(fc.constantFrom(200, 201, 205, 206), fc.uint8Array({ maxLength: 60 }))
  fc.assert(
    fc.property(broken, ([type, bytes]) => {
      const claimed = Buffer.from([0x81, type, 0, Math.floor(bytes.length / 4), ...bytes])
      return all(claimed).length < 40
    }),
  )
})

test('numbers that wrap around are unwrapped to the nearest one', () => {
  const far = fc.tuple(fc.nat({ max: 1_000_000 }), fc.integer({ min: -32_000, max: 32_000 }))
  fc.assert(fc.property(far, ([near, step]) => unwrapSequence((near + step) & 0xffff, near) === near + step))
})
