import { setTimeout as rest } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeKeyFrameRequests } from './key-frame-requests.ts'

test('a key frame is requested at once, further ones later: ten viewers who join cause two requests', async () => {
  const asked: number[] = []
  const keyFrames = makeKeyFrameRequests(() => asked.push(performance.now()))
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
