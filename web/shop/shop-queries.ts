import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { shopKeys } from '../data/query-keys.ts'
import type { ShopFilters } from './shop-filters.ts'

export type Shop = Answer<'GET /shops/:username'>
export type ShopProductSummary = Answer<'GET /shops/:username/products'>['items'][number]
export type ShopProduct = Answer<'GET /shops/:username/products/:product'>
export type ShopProductPhoto = ShopProduct['photos'][number]

export const shopQuery = (username: string) =>
  queryOptions({
    queryKey: shopKeys.one(username),
    queryFn: () => callApi('GET /shops/:username', { params: { username } }),
  })

export const shopProductsQuery = (username: string, filters: ShopFilters) =>
  pageQuery(
    'GET /shops/:username/products',
    { params: { username }, input: filters },
    shopKeys.products(username, filters),
  )

export const shopProductQuery = (username: string, product: string) =>
  queryOptions({
    queryKey: shopKeys.product(username, product),
    queryFn: () => callApi('GET /shops/:username/products/:product', { params: { username, product } }),
  })
