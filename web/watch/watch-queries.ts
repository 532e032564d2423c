import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { queryClient } from '../data/query-client.ts'
import { bidKeys, publicShowKeys } from '../data/query-keys.ts'
import { type ChatLog, mergeChatLines, mergeVersions } from './apply-event.ts'
import { serverClock } from './server-clock.ts'

export type PublicShow = Answer<'GET /shows/:show'>
export type ShowOffer = PublicShow['lineup'][number]
export type PublicChatLine = Answer<'GET /shows/:show/chat'>['items'][number]
export type PublicChat = ChatLog<PublicChatLine>
export type PublicAuction = Answer<'GET /shows/:show/auctions'>['items'][number]
export type PublicGiveaway = Answer<'GET /shows/:show/giveaways'>['items'][number]
export type OwnBid = Answer<'GET /accounts/:account/bids'>['items'][number]

export const publicShowQuery = (show: string) =>
  queryOptions({
    queryKey: publicShowKeys.one(show),
    queryFn: async () => {
      const found = await callApi('GET /shows/:show', { params: { show } })
      serverClock.adjust(found.now)
      return found
    },
  })

/** Answers that live events keep up to date are never refetched because of their age. */
const pushed = { staleTime: Number.POSITIVE_INFINITY }

export const publicChatQuery = (show: string) =>
  queryOptions({
    ...pushed,
    queryKey: publicShowKeys.chat(show),
    queryFn: async ({ queryKey }): Promise<PublicChat> => {
      const { items } = await callApi('GET /shows/:show/chat', { params: { show } })
      return mergeChatLines(queryClient.getQueryData<PublicChat>(queryKey), items)
    },
  })

export const publicAuctionsQuery = (show: string) =>
  queryOptions({
    ...pushed,
    queryKey: publicShowKeys.auctions(show),
    queryFn: async ({ queryKey }): Promise<PublicAuction[]> => {
      const { items } = await callApi('GET /shows/:show/auctions', { params: { show }, input: {} })
      if (items[0]) serverClock.adjust(items[0].now)
      return mergeVersions(queryClient.getQueryData<PublicAuction[]>(queryKey), items)
    },
  })

export const publicGiveawaysQuery = (show: string) =>
  queryOptions({
    ...pushed,
    queryKey: publicShowKeys.giveaways(show),
    queryFn: async ({ queryKey }): Promise<PublicGiveaway[]> => {
      const { items } = await callApi('GET /shows/:show/giveaways', { params: { show } })
      if (items[0]) serverClock.adjust(items[0].now)
      return mergeVersions(queryClient.getQueryData<PublicGiveaway[]>(queryKey), items)
    },
  })

/** An account's bids in a show, with the maxima that only it may know. */
export const ownBidsQuery = (account: string, show: string) =>
  queryOptions({
    queryKey: bidKeys.inShow(account, show),
    queryFn: async () =>
      (await callApi('GET /accounts/:account/bids', { params: { account }, input: { show } })).items,
  })
