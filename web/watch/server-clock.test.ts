import { expect, test } from 'vitest'
import { createServerClock } from './server-clock.ts'

test('the estimate follows the server’s clock, however wrong the device’s clock is', () => {
  let passed = 500
  const clock = createServerClock(() => passed)
  clock.adjust(1_000_000)
  passed += 250
  expect(clock.now()).toBe(1_000_250)
})

test('the estimate uses the answer with the least delay', () => {
  let passed = 0
  const clock = createServerClock(() => passed)
  // Answers written at 1000, 2000 and 3000, which took 300, 20 and 900 milliseconds to arrive.
  for (const [arrived, shown] of [
    [300, 1000],
    [1020, 2000],
    [2900, 3000],
  ] as const) {
    passed = arrived
    clock.adjust(shown)
  }
  expect(clock.now()).toBe(2000 + (2900 - 1020))
})

test('the estimate forgets old answers, in case the server’s clock is set back', () => {
  let passed = 0
  const clock = createServerClock(() => passed)
  clock.adjust(90_000)
  for (let answer = 0; answer < 12; answer++) {
    passed += 10
    clock.adjust(1000 + passed)
  }
  expect(clock.now()).toBe(1000 + passed)
})
