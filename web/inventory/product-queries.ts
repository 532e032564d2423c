import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { productKeys } from '../data/query-keys.ts'
import type { ProductFilters } from './product-filters.ts'

export type Product = Answer<'GET /accounts/:account/products/:product'>
export type InventoryPhoto = Product['photos'][number]
export type StockMovement = Answer<'GET /accounts/:account/products/:product/movements'>['items'][number]

export const productsQuery = (account: string, filters: ProductFilters) =>
  pageQuery(
    'GET /accounts/:account/products',
    { params: { account }, input: filters },
    productKeys.list(account, filters),
  )

/** The categories in use, for the filter and as suggestions in the form. */
export const productCategoriesQuery = (account: string) =>
  queryOptions({
    queryKey: productKeys.categories(account),
    queryFn: () => callApi('GET /accounts/:account/products/categories', { params: { account } }),
    staleTime: 60_000,
  })

export const productQuery = (account: string, product: string) =>
  queryOptions({
    queryKey: productKeys.one(account, product),
    queryFn: () => callApi('GET /accounts/:account/products/:product', { params: { account, product } }),
  })

export const stockMovementsQuery = (account: string, product: string) =>
  pageQuery(
    'GET /accounts/:account/products/:product/movements',
    { params: { account, product } },
    productKeys.movements(account, product),
  )

/** Up to this quantity, the stock is marked as low. */
export const lowStockQuantity = 3
export const isLowStock = ({ quantity, status }: Product) =>
  status === 'active' && quantity <= lowStockQuantity
