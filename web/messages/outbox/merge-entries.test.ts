import { describe, expect, test } from 'vitest'
import { lastPosition, mergeEntries, nextToSend, unconfirmedMessages } from './merge-entries.ts'

const entries = (...positions: number[]) =>
  positions.map((position) => ({ position, text: `said ${position}` }))
const thread = (...positions: number[]) => ({ items: entries(...positions), older: null as string | null })
const placesOf = ({ items }: { items: { position: number }[] }) => items.map(({ position }) => position)

describe('fetched entries', () => {
  test('become the thread if there was none', () => {
    expect(mergeEntries(undefined, entries(4, 5), 'back')).toEqual({ items: entries(4, 5), older: 'back' })
    expect(mergeEntries(thread(), entries(1))).toEqual({ items: entries(1), older: null })
  })

  test('are added once, although two answers contain the same', () => {
    const after = mergeEntries(mergeEntries(thread(1, 2), entries(3, 4)), entries(2, 3, 4, 5))
    expect(placesOf(after)).toEqual([1, 2, 3, 4, 5])
    expect(lastPosition(after)).toBe(5)
  })

  test('that arrive late do not change those that arrived before', () => {
    expect(placesOf(mergeEntries(thread(1, 2, 3, 4), entries(3)))).toEqual([1, 2, 3, 4])
    expect(placesOf(mergeEntries(thread(1, 2), []))).toEqual([1, 2])
  })

  test('are left out if they would leave a gap', () => {
    const early = mergeEntries(thread(1, 2), entries(4))
    expect(placesOf(early)).toEqual([1, 2])
    expect(placesOf(mergeEntries(early, entries(3, 4)))).toEqual([1, 2, 3, 4])
  })

  test('from before the thread are put before it, with the cursor for earlier ones', () => {
    const known = { items: entries(101, 102), older: 'to 100' }
    const after = mergeEntries(known, entries(99, 100), 'to 98')
    expect(placesOf(after)).toEqual([99, 100, 101, 102])
    expect(after.older).toBe('to 98')
    expect(mergeEntries(known, entries(103)).older).toBe('to 100')
    expect(mergeEntries(known, entries(42), 'to 41')).toEqual(known)
  })
})

describe('a submitted message', () => {
  const one = { key: 'one', text: 'Yes', after: 2 }
  const other = { key: 'other', text: 'Yes', after: 2 }

  test('is pending until it is in the thread, even if its answer was lost', () => {
    expect(unconfirmedMessages([one], [{ position: 2, text: 'Yes' }])).toEqual([one])
    expect(unconfirmedMessages([one], [{ position: 3, text: 'Yes' }])).toEqual([])
  })

  test('that was sent twice is shown twice', () => {
    const there = { position: 3, text: 'Yes' }
    expect(unconfirmedMessages([one, other], [there])).toEqual([other])
    expect(unconfirmedMessages([one, other], [there, { position: 5, text: 'Yes' }])).toEqual([])
  })

  test('that was refused is shown until its writer has decided', () => {
    const refused = { ...one, refused: { code: 'answered_meanwhile' } }
    expect(unconfirmedMessages([refused], [{ position: 3, text: 'Yes' }])).toEqual([refused])
  })
})

test('refused messages are skipped, but an answer that a colleague has overtaken is decided first', () => {
  const refused = { text: 'Too long', refused: { code: 'invalid_input' } }
  const overtaken = { text: 'Yes', refused: { code: 'answered_meanwhile' } }
  const waiting = { text: 'And thank you', refused: undefined }
  expect(nextToSend([refused, waiting])).toBe(waiting)
  expect(nextToSend([refused, overtaken, waiting])).toBeUndefined()
  expect(nextToSend([waiting, overtaken])).toBe(waiting)
  expect(nextToSend([])).toBeUndefined()
})
