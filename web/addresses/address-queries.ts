import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi, type Input } from '../data/api.ts'
import { addressKeys } from '../data/query-keys.ts'

export type Address = Answer<'GET /accounts/:account/addresses'>['items'][number]
export type AddressInput = Input<'POST /accounts/:account/addresses'>['input']

export const addressesQuery = (account: string) =>
  queryOptions({
    queryKey: addressKeys.list(account),
    queryFn: () => callApi('GET /accounts/:account/addresses', { params: { account } }),
  })
