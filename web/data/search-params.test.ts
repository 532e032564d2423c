import { describe, expect, test } from 'vitest'
import { readExploreFilters } from '../explore/explore-filters.ts'
import { readProductFilters } from '../inventory/product-filters.ts'
import { readInboxFilters } from '../messages/team/inbox-filters.ts'
import { readOrderFilters } from '../orders/order-filters.ts'
import { readShipmentFilters } from '../shipping/shipment-filters.ts'
import { readShopFilters } from '../shop/shop-filters.ts'
import { readShowFilters } from '../shows/show-filters.ts'
import { definedParams, oneOf, searchText } from './search-params.ts'

const lists = {
  readExploreFilters,
  readProductFilters,
  readInboxFilters,
  readOrderFilters,
  readShipmentFilters,
  readShopFilters,
  readShowFilters,
}

describe('an address like ?search=101, which the router reads as a number,', () => {
  test.each(Object.entries(lists))('keeps its search: %s', (_, read) => {
    expect(read({ search: 101 })).toEqual({ search: '101' })
    expect(read({ search: 'silk' })).toEqual({ search: 'silk' })
    for (const none of ['', undefined, true, { a: 1 }]) expect(read({ search: none })).toEqual({})
  })
})

test('what is unknown is left out', () => {
  expect(oneOf(['open', 'settled'], 'settled')).toBe('settled')
  expect(oneOf(['open', 'settled'], 'lost')).toBeUndefined()
  expect(definedParams({ search: searchText(7), status: oneOf(['open'], 'lost') })).toEqual({ search: '7' })
})
