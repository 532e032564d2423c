import { setTimeout as rest } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeKeyFrames } from './key-frames.ts'

test('whole pictures are asked for at once, then only deferred: ten viewers who join get two', async () => {
  const asked: number[] = []
  const keyFrames = makeKeyFrames(() => asked.push(performance.now()))
  for (let viewer = 0; viewer < 10; viewer++) {
    keyFrames.ask()
    await rest(5)
  }
  expect(asked).toHaveLength(1)
  await rest(700)
  expect(asked).toHaveLength(2)
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThan(295)
  keyFrames.ask()
  keyFrames.ask()
  keyFrames.stop()
  await rest(350)
  expect(asked).toHaveLength(3)
})
