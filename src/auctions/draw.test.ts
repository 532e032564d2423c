import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawn, newSeed } from './draw.ts'

test('a seed is committed to by its SHA-256, and none is like another', () => {
  const { seed, commitment } = newSeed()
  expect(createHash('sha256').update(seed).digest('hex')).toBe(commitment)
  expect(newSeed().seed).not.toBe(seed)
})

test('the same seed and entries draw the same winner', () => {
  expect(drawn('a seed', ['ent_a', 'ent_b', 'ent_c'])).toBe(drawn('a seed', ['ent_a', 'ent_b', 'ent_c']))
  expect(drawn('a seed', ['ent_a'])).toBe(0)
})

test('of 3 entries each wins about as often as the others', () => {
  const draws = Array.from({ length: 3000 }, (_, seed) => drawn(String(seed), ['ent_a', 'ent_b', 'ent_c']))
  for (const entry of [0, 1, 2]) {
    const wins = draws.filter((won) => won === entry).length
    expect(Math.abs(wins - 1000)).toBeLessThan(150)
  }
})
