import { queryOptions } from '@tanstack/react-query'
import { callApi } from '../../data/api.ts'
import { accountSettingsKeys } from '../../data/query-keys.ts'

export const accountQuery = (account: string) =>
  queryOptions({
    queryKey: accountSettingsKeys.one(account),
    queryFn: () => callApi('GET /accounts/:account', { params: { account } }),
  })
