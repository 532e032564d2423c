import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import type { Filters } from './filters.ts'

export type ConversationRow = Answer<'GET /accounts/:account/conversations'>['items'][number]
export type Conversation = Answer<'GET /accounts/:account/conversations/:conversation'>
export type SavedReply = Answer<'GET /accounts/:account/saved-replies'>['items'][number]

/** All of it is read anew when the server says that messages have changed. */
const key = (account: string, ...rest: unknown[]) => [account, 'messages', ...rest]
const paged = { initialPageParam: '', getNextPageParam: ({ next }: { next: string | null }) => next }

export const inboxOf = (account: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: key(account, 'list', filters),
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/conversations', {
        params: { account },
        input: { ...filters, ...(pageParam && { after: pageParam }) },
      }),
    ...paged,
  })

export const countsOf = (account: string) =>
  queryOptions({
    queryKey: key(account, 'counts'),
    queryFn: () => call('GET /accounts/:account/conversation-counts', { params: { account } }),
  })

export const conversationOf = (account: string, conversation: string) =>
  queryOptions({
    queryKey: key(account, conversation, 'one'),
    queryFn: () =>
      call('GET /accounts/:account/conversations/:conversation', { params: { account, conversation } }),
  })

/** What the buyer of a conversation bought here, the latest first. */
export const boughtOf = (account: string, conversation: string) =>
  infiniteQueryOptions({
    queryKey: [account, 'orders', 'of-conversation', conversation],
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/conversations/:conversation/orders', {
        params: { account, conversation },
        input: pageParam ? { after: pageParam } : {},
      }),
    ...paged,
  })

type Filled = { conversation?: string; order?: string | undefined }

/** For a conversation, its buyer and order are filled in: the order that is given, or else the server knows which. */
export const savedRepliesOf = (account: string, { conversation, order }: Filled = {}) =>
  queryOptions({
    queryKey: [account, 'saved-replies', conversation ?? '', order ?? ''],
    queryFn: () =>
      call('GET /accounts/:account/saved-replies', {
        params: { account },
        input: conversation ? { conversation, ...(order && { order }) } : {},
      }),
    // The order that is filled in changes with what is written.
    ...(conversation && { staleTime: 0 }),
  })

/** With which order's buyer a conversation exists. */
export const conversationOfOrder = (account: string, order: string) =>
  queryOptions({
    queryKey: key(account, 'of-order', order),
    queryFn: () => call('GET /accounts/:account/orders/:order/conversation', { params: { account, order } }),
  })
