import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../../data/api.ts'
import { pageQuery } from '../../data/page-query.ts'
import { messageKeys, orderKeys } from '../../data/query-keys.ts'
import type { InboxFilters } from './inbox-filters.ts'

export type InboxConversation = Answer<'GET /accounts/:account/conversations'>['items'][number]
export type Conversation = Answer<'GET /accounts/:account/conversations/:conversation'>

export const inboxQuery = (account: string, filters: InboxFilters) =>
  pageQuery(
    'GET /accounts/:account/conversations',
    { params: { account }, input: filters },
    messageKeys.list(account, filters),
  )

export const inboxCountsQuery = (account: string) =>
  queryOptions({
    queryKey: messageKeys.counts(account),
    queryFn: () => callApi('GET /accounts/:account/conversation-counts', { params: { account } }),
  })

export const conversationQuery = (account: string, conversation: string) =>
  queryOptions({
    queryKey: messageKeys.one(account, conversation),
    queryFn: () =>
      callApi('GET /accounts/:account/conversations/:conversation', { params: { account, conversation } }),
  })

/** The orders of a conversation's buyer, the latest first. */
export const buyerOrdersQuery = (account: string, conversation: string) =>
  pageQuery(
    'GET /accounts/:account/conversations/:conversation/orders',
    { params: { account, conversation } },
    orderKeys.ofConversation(account, conversation),
  )
