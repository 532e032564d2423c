import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawWinner, newDrawSeed } from './fair-draw.ts'

test('the commitment is the SHA-256 of the seed, and each seed is different', () => {
  const { seed, commitment } = newDrawSeed()
  expect(createHash('sha256').update(seed).digest('hex')).toBe(commitment)
  expect(newDrawSeed().seed).not.toBe(seed)
})

test('the same seed and entries draw the same winner', () => {
  expect(drawWinner('a seed', ['ent_a', 'ent_b', 'ent_c'])).toBe(
    drawWinner('a seed', ['ent_a', 'ent_b', 'ent_c']),
  )
  expect(drawWinner('a seed', ['ent_a'])).toBe(0)
})

test('each of 3 entries wins about equally often', () => {
  const draws = Array.from({ length: 3000 }, (_, seed) =>
    drawWinner(String(seed), ['ent_a', 'ent_b', 'ent_c']),
  )
  for (const entry of [0, 1, 2]) {
    const wins = draws.filter((won) => won === entry).length
    expect(Math.abs(wins - 1000)).toBeLessThan(150)
  }
})
