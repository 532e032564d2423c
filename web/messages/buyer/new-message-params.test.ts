import { expect, test } from 'vitest'
import { readNewMessageParams } from './new-message-params.ts'

test('the address of a new message contains the shop and the subject', () => {
  expect(readNewMessageParams({ shop: 'maison-ours', product: 'prd_lamp' })).toEqual({
    shop: 'maison-ours',
    product: 'prd_lamp',
  })
  expect(readNewMessageParams({ shop: 'maison-ours', order: 'ord_1', show: '' })).toEqual({
    shop: 'maison-ours',
    order: 'ord_1',
  })
})

test('a username of only digits is accepted, and unknown parameters are left out', () => {
  expect(readNewMessageParams({ shop: 1962, product: ['prd_lamp'], other: 'x' })).toEqual({ shop: '1962' })
})
