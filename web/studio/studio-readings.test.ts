import { expect, test } from 'vitest'
import { formatElapsed } from './broadcast/server-time.ts'
import { streamQuality } from './broadcast/stream-quality.ts'
import { loudness } from './devices/use-microphone-level.ts'

const fine = {
  bitrate: 2_000_000,
  lossPercent: 0,
  roundTripMs: 40,
  width: 1280,
  height: 720,
  framesPerSecond: 30,
}

test('the quality of a stream is that of its worst figure', () => {
  expect(streamQuality(fine, true)).toBe('good')
  expect(streamQuality({ ...fine, lossPercent: 4 }, true)).toBe('weak')
  expect(streamQuality({ ...fine, lossPercent: 4, framesPerSecond: 3 }, true)).toBe('bad')
  expect(streamQuality({ ...fine, bitrate: 0 }, true)).toBe('bad')
})

test('a phone held upright and a camera that is off do not count as a bad connection', () => {
  expect(streamQuality({ ...fine, width: 360, height: 640 }, true)).toBe('good')
  expect(streamQuality({ ...fine, bitrate: 40_000, width: 0, height: 0, framesPerSecond: 0 }, false)).toBe(
    'good',
  )
})

test('a microphone’s meter is empty in a quiet room, and full at the loudest', () => {
  expect(loudness(new Float32Array(512))).toBe(0)
  expect(loudness(new Float32Array(512).fill(1))).toBe(100)
  const speech = loudness(new Float32Array(512).fill(0.05))
  expect(speech).toBeGreaterThan(40)
  expect(speech).toBeLessThan(70)
})

test('the time on the air shows hours only after the first one', () => {
  expect(formatElapsed(9_400)).toBe('0:09')
  expect(formatElapsed(65_000)).toBe('1:05')
  expect(formatElapsed(3_909_000)).toBe('1:05:09')
})
