import { expect, test } from 'vitest'
import { drawWinner, newDrawSeed } from '../src/giveaways/fair-draw.ts'
import { verifyDraw } from '../web/watch/verify-draw.ts'

test('a browser draws the same winner as the server, whatever the seed and the number of entries', async () => {
  for (const count of [1, 2, 7, 250]) {
    const entries = Array.from({ length: count }, (_, number) => `ent_${count}_${number}`)
    const { seed, commitment } = newDrawSeed()
    const again = await verifyDraw({ seed, commitment, entries })
    expect(again).toEqual({ isPromised: true, drawn: drawWinner(seed, entries) })
  }
})

test('a seed that differs from the commitment is noticed, and so are different entries', async () => {
  const entries = Array.from({ length: 1000 }, (_, number) => `ent_${number}`)
  const [first, second] = [newDrawSeed(), newDrawSeed()]
  const swapped = await verifyDraw({ seed: second.seed, commitment: first.commitment, entries })
  expect(swapped.isPromised).toBe(false)
  const { drawn: before } = await verifyDraw({ ...first, entries })
  const others = await Promise.all(
    ['ent_late', 'ent_later', 'ent_latest'].map((late) =>
      verifyDraw({ ...first, entries: [...entries, late] }),
    ),
  )
  expect(others.some(({ drawn: after }) => after !== before)).toBe(true)
})
