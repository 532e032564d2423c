import { expect, test } from 'vitest'
import {
  canPackShipment,
  findPackingLine,
  missingPieces,
  packingLines,
  shipmentOrderCodes,
} from './packing-lines.ts'
import type { Shipment } from './shipment-queries.ts'

const bear = { product: 'prd_1', title: 'Ceramic bear', sku: 'MO-402', price: 1600, quantity: 2, thumb: null }
const scarf = { product: 'prd_2', title: 'Silk scarf', sku: '', price: 6400, quantity: 1, thumb: null }
const shipment = {
  status: 'created',
  packedAt: null,
  orders: [
    { id: 'ord_1', code: 'AAAA1111', items: [bear, scarf] },
    { id: 'ord_2', code: 'BBBB2222', items: [bear] },
  ],
} as unknown as Shipment

test('every product of every order is a line to count', () => {
  const lines = packingLines(shipment)
  expect(lines.map(({ title, quantity, code }) => [title, quantity, code])).toEqual([
    ['Ceramic bear', 2, 'AAAA1111'],
    ['Silk scarf', 1, 'AAAA1111'],
    ['Ceramic bear', 2, 'BBBB2222'],
  ])
  expect(missingPieces(lines, {})).toBe(5)
  expect(missingPieces(lines, { 'ord_1 prd_1': 2, 'ord_2 prd_1': 9 })).toBe(1)
  expect(shipmentOrderCodes(shipment)).toBe('AAAA1111, BBBB2222')
})

test('a scanned SKU counts for the first line with a missing piece, and for none if no piece is missing', () => {
  const lines = packingLines(shipment)
  expect(findPackingLine(lines, {}, 'mo-402')).toMatchObject({ key: 'ord_1 prd_1' })
  expect(findPackingLine(lines, { 'ord_1 prd_1': 2 }, ' MO-402')).toMatchObject({ key: 'ord_2 prd_1' })
  expect(findPackingLine(lines, { 'ord_1 prd_1': 2, 'ord_2 prd_1': 2 }, 'MO-402')).toBe('full')
  expect(findPackingLine(lines, {}, 'MO-301')).toBeUndefined()
  expect(findPackingLine(lines, {}, '')).toBeUndefined()
})

test('a shipment that has left or is packed cannot be packed again', () => {
  expect(canPackShipment(shipment)).toBe(true)
  expect(canPackShipment({ ...shipment, status: 'label_generated' })).toBe(true)
  expect(canPackShipment({ ...shipment, status: 'dropped_off' })).toBe(false)
  expect(canPackShipment({ ...shipment, packedAt: '2026-11-22T08:00:00Z' })).toBe(false)
})
