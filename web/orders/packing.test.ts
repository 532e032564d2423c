import { expect, test } from 'vitest'
import { canPack, codesOf, lineOf, linesOf, missing } from './packing.ts'
import type { Parcel } from './queries.ts'

const bear = { product: 'prd_1', title: 'Ceramic bear', sku: 'MO-402', price: 1600, quantity: 2, thumb: null }
const scarf = { product: 'prd_2', title: 'Silk scarf', sku: '', price: 6400, quantity: 1, thumb: null }
const parcel = {
  status: 'created',
  packedAt: null,
  orders: [
    { id: 'ord_1', code: 'AAAA1111', items: [bear, scarf] },
    { id: 'ord_2', code: 'BBBB2222', items: [bear] },
  ],
} as unknown as Parcel

test('every product of every order is a line to count', () => {
  const lines = linesOf(parcel)
  expect(lines.map(({ title, quantity, code }) => [title, quantity, code])).toEqual([
    ['Ceramic bear', 2, 'AAAA1111'],
    ['Silk scarf', 1, 'AAAA1111'],
    ['Ceramic bear', 2, 'BBBB2222'],
  ])
  expect(missing(lines, {})).toBe(5)
  expect(missing(lines, { 'ord_1 prd_1': 2, 'ord_2 prd_1': 9 })).toBe(1)
  expect(codesOf(parcel)).toBe('AAAA1111, BBBB2222')
})

test('a scanned SKU counts for the first line that misses a piece, and for none once all are in', () => {
  const lines = linesOf(parcel)
  expect(lineOf(lines, {}, 'mo-402')).toMatchObject({ key: 'ord_1 prd_1' })
  expect(lineOf(lines, { 'ord_1 prd_1': 2 }, ' MO-402')).toMatchObject({ key: 'ord_2 prd_1' })
  expect(lineOf(lines, { 'ord_1 prd_1': 2, 'ord_2 prd_1': 2 }, 'MO-402')).toBe('full')
  expect(lineOf(lines, {}, 'MO-301')).toBeUndefined()
  expect(lineOf(lines, {}, '')).toBeUndefined()
})

test('what has left, or was packed, is not packed again', () => {
  expect(canPack(parcel)).toBe(true)
  expect(canPack({ ...parcel, status: 'label_generated' })).toBe(true)
  expect(canPack({ ...parcel, status: 'dropped_off' })).toBe(false)
  expect(canPack({ ...parcel, packedAt: '2026-11-22T08:00:00Z' })).toBe(false)
})
