import { describe, expect, test } from 'vitest'
import { lastOf, nextOf, stillWaiting, withEntries } from './merging.ts'

const entries = (...positions: number[]) =>
  positions.map((position) => ({ position, text: `said ${position}` }))
const thread = (...positions: number[]) => ({ items: entries(...positions), older: null as string | null })
const placesOf = ({ items }: { items: { position: number }[] }) => items.map(({ position }) => position)

describe('what is asked for', () => {
  test('is the thread, where there was none', () => {
    expect(withEntries(undefined, entries(4, 5), 'back')).toEqual({ items: entries(4, 5), older: 'back' })
    expect(withEntries(thread(), entries(1))).toEqual({ items: entries(1), older: null })
  })

  test('follows what is there, once, though two answers tell the same', () => {
    const after = withEntries(withEntries(thread(1, 2), entries(3, 4)), entries(2, 3, 4, 5))
    expect(placesOf(after)).toEqual([1, 2, 3, 4, 5])
    expect(lastOf(after)).toBe(5)
  })

  test('that comes late changes nothing of what came meanwhile', () => {
    expect(placesOf(withEntries(thread(1, 2, 3, 4), entries(3)))).toEqual([1, 2, 3, 4])
    expect(placesOf(withEntries(thread(1, 2), []))).toEqual([1, 2])
  })

  test('and would leave a gap waits until what is between has come', () => {
    const early = withEntries(thread(1, 2), entries(4))
    expect(placesOf(early)).toEqual([1, 2])
    expect(placesOf(withEntries(early, entries(3, 4)))).toEqual([1, 2, 3, 4])
  })

  test('of before stands before, and leads further back', () => {
    const known = { items: entries(101, 102), older: 'to 100' }
    const after = withEntries(known, entries(99, 100), 'to 98')
    expect(placesOf(after)).toEqual([99, 100, 101, 102])
    expect(after.older).toBe('to 98')
    expect(withEntries(known, entries(103)).older).toBe('to 100')
    expect(withEntries(known, entries(42), 'to 41')).toEqual(known)
  })
})

describe('what was submitted', () => {
  const one = { key: 'one', text: 'Yes', after: 2 }
  const other = { key: 'other', text: 'Yes', after: 2 }

  test('waits until it stands in the thread, though its answer was lost', () => {
    expect(stillWaiting([one], [{ position: 2, text: 'Yes' }])).toEqual([one])
    expect(stillWaiting([one], [{ position: 3, text: 'Yes' }])).toEqual([])
  })

  test('twice is there twice', () => {
    const there = { position: 3, text: 'Yes' }
    expect(stillWaiting([one, other], [there])).toEqual([other])
    expect(stillWaiting([one, other], [there, { position: 5, text: 'Yes' }])).toEqual([])
  })

  test('and refused is shown until its writer has decided', () => {
    const refused = { ...one, refused: { code: 'answered_meanwhile' } }
    expect(stillWaiting([refused], [{ position: 3, text: 'Yes' }])).toEqual([refused])
  })
})

test('What is refused steps aside, but an answer that a colleague overtook is decided on first', () => {
  const refused = { text: 'Too long', refused: { code: 'invalid_input' } }
  const overtaken = { text: 'Yes', refused: { code: 'answered_meanwhile' } }
  const waiting = { text: 'And thank you', refused: undefined }
  expect(nextOf([refused, waiting])).toBe(waiting)
  expect(nextOf([refused, overtaken, waiting])).toBeUndefined()
  expect(nextOf([waiting, overtaken])).toBe(waiting)
  expect(nextOf([])).toBeUndefined()
})
