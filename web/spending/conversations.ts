import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type ConversationRow = Answer<'GET /accounts/:account/seller-conversations'>['items'][number]

/** All of it is read anew when the server says that shops and the account wrote to each other. */
const key = (account: string, ...rest: unknown[]) => [account, 'seller-messages', ...rest]

export const conversationsOf = (account: string) =>
  infiniteQueryOptions({
    queryKey: key(account, 'list'),
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/seller-conversations', {
        params: { account },
        input: pageParam ? { after: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const conversationOf = (account: string, conversation: string) =>
  queryOptions({
    queryKey: key(account, 'one', conversation),
    queryFn: () =>
      call('GET /accounts/:account/seller-conversations/:conversation', {
        params: { account, conversation },
      }),
  })

/**
 * The conversation with one shop; null: they have not written to each other. It is asked for once, before one writes:
 * what is sent then makes it, and must not lead away before its answer has come.
 */
export const conversationWith = (account: string, shop: string) =>
  queryOptions({
    queryKey: [account, 'seller-messages-with', shop],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => {
      const path = 'GET /accounts/:account/seller-conversations'
      const { items } = await call(path, { params: { account }, input: { shop } })
      return items[0] ?? null
    },
  })
