import { infiniteQueryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { asQuery, type Filters } from './filters.ts'

export type Entry = Answer<'GET /accounts/:account/activity'>['items'][number]

export const activityOf = (account: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: [account, 'activity', filters],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/activity', {
        params: { account },
        input: { ...asQuery(filters), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
