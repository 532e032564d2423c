import { queryOptions } from '@tanstack/react-query'
import { type Answer, call, type Input } from '../api.ts'

export type Address = Answer<'GET /accounts/:account/addresses'>['items'][number]
export type NewAddress = Input<'POST /accounts/:account/addresses'>['input']

export const addressesOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'addresses'],
    queryFn: () => call('GET /accounts/:account/addresses', { params: { account } }),
  })
