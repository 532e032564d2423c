import { expect, test } from 'vitest'
import { readWriting } from './writing.ts'

test('a message to a shop is addressed by what the page that led to it knew', () => {
  expect(readWriting({ shop: 'maison-ours', product: 'prd_lamp' })).toEqual({
    shop: 'maison-ours',
    product: 'prd_lamp',
  })
  expect(readWriting({ shop: 'maison-ours', order: 'ord_1', show: '' })).toEqual({
    shop: 'maison-ours',
    order: 'ord_1',
  })
})

test('a username of digits alone is a username, and anything else is left out', () => {
  expect(readWriting({ shop: 1962, product: ['prd_lamp'], other: 'x' })).toEqual({ shop: '1962' })
})
