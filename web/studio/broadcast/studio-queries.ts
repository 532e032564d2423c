import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../../data/api.ts'
import { pageQuery } from '../../data/page-query.ts'
import { studioKeys } from '../../data/query-keys.ts'
import { serverClock } from '../../watch/server-clock.ts'

export type StudioAuction = Answer<'GET /accounts/:account/shows/:show/auctions'>['items'][number]
export type StudioGiveaway = Answer<'GET /shows/:show/giveaways'>['items'][number]
export type StudioChatLine = Answer<'GET /accounts/:account/shows/:show/chat'>['items'][number]
export type ChatBan = Answer<'GET /accounts/:account/chat-bans'>['items'][number]
export type ShowRef = { account: string; show: string }

const isWaiting = ({ payment }: StudioAuction) => payment === 'waiting'

/** The auctions, the latest first. They are refetched regularly while a payment is under way. */
export const studioAuctionsQuery = ({ account, show }: ShowRef) =>
  queryOptions({
    queryKey: studioKeys.auctions({ account, show }),
    queryFn: async () => {
      const params = { account, show }
      const found = await callApi('GET /accounts/:account/shows/:show/auctions', { params, input: {} })
      if (found.items[0]) serverClock.adjust(found.items[0].now)
      return found
    },
    refetchInterval: ({ state: { data } }) => (data?.items.some(isWaiting) ? 4000 : false),
  })

export const studioGiveawaysQuery = ({ account, show }: ShowRef) =>
  queryOptions({
    queryKey: studioKeys.giveaways({ account, show }),
    queryFn: () => callApi('GET /shows/:show/giveaways', { params: { show } }),
  })

/** The chat, page by page into the past. */
export const studioChatQuery = ({ account, show }: ShowRef) => ({
  ...pageQuery(
    'GET /accounts/:account/shows/:show/chat',
    { params: { account, show } },
    studioKeys.chat({ account, show }),
  ),
  staleTime: Number.POSITIVE_INFINITY,
})

export const moderationQuery = ({ account, show }: ShowRef) =>
  queryOptions({
    queryKey: studioKeys.moderation({ account, show }),
    queryFn: () => callApi('GET /accounts/:account/shows/:show/moderation', { params: { account, show } }),
  })

export const chatBansQuery = (account: string) =>
  queryOptions({
    queryKey: studioKeys.bans(account),
    queryFn: () => callApi('GET /accounts/:account/chat-bans', { params: { account } }),
  })

export const showCountersQuery = ({ account, show }: ShowRef, isOn: boolean) =>
  queryOptions({
    queryKey: studioKeys.counters({ account, show }),
    queryFn: () => callApi('GET /accounts/:account/shows/:show/counters', { params: { account, show } }),
    enabled: isOn,
    refetchInterval: 10_000,
  })
