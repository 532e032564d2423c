import { infiniteQueryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type Member = Answer<'GET /accounts/:account/members'>['items'][number]

/** The roster of an account, page by page. */
export const membersOf = (account: string) =>
  infiniteQueryOptions({
    queryKey: [account, 'members'],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/members', {
        params: { account },
        input: pageParam ? { after: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
