import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { Filters } from './filters.ts'

export type Shop = Answer<'GET /shops/:username'>
export type Card = Answer<'GET /shops/:username/products'>['items'][number]
export type Product = Answer<'GET /shops/:username/products/:product'>
export type Photo = Product['photos'][number]

export const shopOf = (username: string) =>
  queryOptions({
    queryKey: ['shops', username],
    queryFn: () => call('GET /shops/:username', { params: { username } }),
  })

export const shelfOf = (username: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['shops', username, 'products', filters],
    queryFn: ({ pageParam }) =>
      call('GET /shops/:username/products', {
        params: { username },
        input: { ...filters, ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const productOf = (username: string, product: string) =>
  queryOptions({
    queryKey: ['shops', username, 'product', product],
    queryFn: () => call('GET /shops/:username/products/:product', { params: { username, product } }),
  })
