import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { Filters } from './filters.ts'

export type Product = Answer<'GET /accounts/:account/products/:product'>
export type Photo = Product['photos'][number]
export type Movement = Answer<'GET /accounts/:account/products/:product/movements'>['items'][number]

export const productsOf = (account: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: [account, 'products', 'list', filters],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/products', {
        params: { account },
        input: { ...filters, ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

/** The categories in use: what a filter offers, and a form suggests. */
export const categoriesOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'products', 'categories'],
    queryFn: () => call('GET /accounts/:account/products/categories', { params: { account } }),
    staleTime: 60_000,
  })

export const productOf = (account: string, product: string) =>
  queryOptions({
    queryKey: [account, 'products', 'one', product],
    queryFn: () => call('GET /accounts/:account/products/:product', { params: { account, product } }),
  })

export const movementsOf = (account: string, product: string) =>
  infiniteQueryOptions({
    queryKey: [account, 'products', 'movements', product],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/products/:product/movements', {
        params: { account, product },
        input: pageParam ? { after: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

/** From here down, a stock is worth a word before it runs out. */
export const lowStock = 3
export const isLow = ({ quantity, status }: Product) => status === 'active' && quantity <= lowStock
