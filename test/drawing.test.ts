import { expect, test } from 'vitest'
import { drawn, newSeed } from '../src/auctions/draw.ts'
import { drawAgain } from '../web/room/drawing.ts'

test('a browser draws whom the server drew, whatever the seed and however many entered', async () => {
  for (const count of [1, 2, 7, 250]) {
    const entries = Array.from({ length: count }, (_, number) => `ent_${count}_${number}`)
    const { seed, commitment } = newSeed()
    const again = await drawAgain({ seed, commitment, entries })
    expect(again).toEqual({ isPromised: true, drawn: drawn(seed, entries) })
  }
})

test('another seed than the promised one is noticed, and so are other entries', async () => {
  const entries = Array.from({ length: 1000 }, (_, number) => `ent_${number}`)
  const [first, second] = [newSeed(), newSeed()]
  const swapped = await drawAgain({ seed: second.seed, commitment: first.commitment, entries })
  expect(swapped.isPromised).toBe(false)
  const { drawn: before } = await drawAgain({ ...first, entries })
  const others = await Promise.all(
    ['ent_late', 'ent_later', 'ent_latest'].map((late) =>
      drawAgain({ ...first, entries: [...entries, late] }),
    ),
  )
  expect(others.some(({ drawn: after }) => after !== before)).toBe(true)
})
