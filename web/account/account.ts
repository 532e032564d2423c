import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'

export const accountOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'account'],
    queryFn: () => call('GET /accounts/:account', { params: { account } }),
  })
