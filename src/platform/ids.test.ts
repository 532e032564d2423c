import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids begin with their kind, are unique, and sort by the time when they were made', () => {
  const made = Array.from({ length: 5000 }, () => newId('product'))
  expect(new Set(made).size).toBe(made.length)
  expect(made.toSorted()).toEqual(made)
  expect(made.every((id) => /^prd_[0-9a-z]{26}$/.test(id))).toBe(true)
})
