import { expect, test } from 'vitest'
import { openClock } from './clock.ts'

test('counts by the server’s clock, however wrong that of the device is', () => {
  let passed = 500
  const clock = openClock(() => passed)
  clock.heard(1_000_000)
  passed += 250
  expect(clock.now()).toBe(1_000_250)
})

test('believes what arrived with the least delay', () => {
  let passed = 0
  const clock = openClock(() => passed)
  // Written at 1000, 2000 and 3000; 300, 20 and 900 milliseconds on the way.
  for (const [arrived, shown] of [
    [300, 1000],
    [1020, 2000],
    [2900, 3000],
  ] as const) {
    passed = arrived
    clock.heard(shown)
  }
  expect(clock.now()).toBe(2000 + (2900 - 1020))
})

test('forgets what it heard long ago, should the server’s clock be set back', () => {
  let passed = 0
  const clock = openClock(() => passed)
  clock.heard(90_000)
  for (let answer = 0; answer < 12; answer++) {
    passed += 10
    clock.heard(1000 + passed)
  }
  expect(clock.now()).toBe(1000 + passed)
})
