import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../../data/api.ts'
import { pageQuery } from '../../data/page-query.ts'
import { sellerMessageKeys } from '../../data/query-keys.ts'

export type BuyerConversation = Answer<'GET /accounts/:account/buyer-conversations'>['items'][number]

export const buyerConversationsQuery = (account: string) =>
  pageQuery(
    'GET /accounts/:account/buyer-conversations',
    { params: { account } },
    sellerMessageKeys.list(account),
  )

export const buyerConversationQuery = (account: string, conversation: string) =>
  queryOptions({
    queryKey: sellerMessageKeys.one(account, conversation),
    queryFn: () =>
      callApi('GET /accounts/:account/buyer-conversations/:conversation', {
        params: { account, conversation },
      }),
  })

/**
 * The conversation with one shop; null if there is none. It is fetched once, before the first message: sending
 * creates the conversation, and a refetch must not leave the page before the answer has arrived.
 */
export const conversationWithShopQuery = (account: string, shop: string) =>
  queryOptions({
    queryKey: sellerMessageKeys.withShop(account, shop),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => {
      const path = 'GET /accounts/:account/buyer-conversations'
      const { items } = await callApi(path, { params: { account }, input: { shop } })
      return items[0] ?? null
    },
  })
