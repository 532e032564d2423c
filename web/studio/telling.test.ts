import { expect, test } from 'vitest'
import { qualityOf } from './quality.ts'
import { clockText } from './time.ts'
import { loudness } from './use-level.ts'

const fine = {
  bitrate: 2_000_000,
  lossPercent: 0,
  roundTripMs: 40,
  width: 1280,
  height: 720,
  framesPerSecond: 30,
}

test('how it will be seen is what the worst of its figures says', () => {
  expect(qualityOf(fine, true)).toBe('good')
  expect(qualityOf({ ...fine, lossPercent: 4 }, true)).toBe('weak')
  expect(qualityOf({ ...fine, lossPercent: 4, framesPerSecond: 3 }, true)).toBe('bad')
  expect(qualityOf({ ...fine, bitrate: 0 }, true)).toBe('bad')
})

test('a phone held upright and a host whose camera is off are no bad connection', () => {
  expect(qualityOf({ ...fine, width: 360, height: 640 }, true)).toBe('good')
  expect(qualityOf({ ...fine, bitrate: 40_000, width: 0, height: 0, framesPerSecond: 0 }, false)).toBe('good')
})

test('a microphone shows nothing in a quiet room, and all of its meter at the loudest', () => {
  expect(loudness(new Float32Array(512))).toBe(0)
  expect(loudness(new Float32Array(512).fill(1))).toBe(100)
  const speech = loudness(new Float32Array(512).fill(0.05))
  expect(speech).toBeGreaterThan(40)
  expect(speech).toBeLessThan(70)
})

test('time on the air has hours only once there are any', () => {
  expect(clockText(9_400)).toBe('0:09')
  expect(clockText(65_000)).toBe('1:05')
  expect(clockText(3_909_000)).toBe('1:05:09')
})
