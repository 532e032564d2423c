import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { client } from '../client.ts'
import { clock } from './clock.ts'
import { freshest, freshLines, type Lines } from './patching.ts'

export type Show = Answer<'GET /shows/:show'>
export type Offer = Show['lineup'][number]
export type Line = Answer<'GET /shows/:show/chat'>['items'][number]
export type Chat = Lines<Line>
export type Auction = Answer<'GET /shows/:show/auctions'>['items'][number]
export type Giveaway = Answer<'GET /shows/:show/giveaways'>['items'][number]
export type OwnBid = Answer<'GET /accounts/:account/bids'>['items'][number]

export const showOf = (show: string) =>
  queryOptions({
    queryKey: ['shows', show],
    queryFn: async () => {
      const found = await call('GET /shows/:show', { params: { show } })
      clock.heard(found.now)
      return found
    },
  })

/** What the live connection keeps up to date is not asked for again for its age. */
const told = { staleTime: Number.POSITIVE_INFINITY }

export const chatOf = (show: string) =>
  queryOptions({
    ...told,
    queryKey: ['shows', show, 'chat'],
    queryFn: async ({ queryKey }): Promise<Chat> => {
      const { items } = await call('GET /shows/:show/chat', { params: { show } })
      return freshLines(client.getQueryData<Chat>(queryKey), items)
    },
  })

export const auctionsOf = (show: string) =>
  queryOptions({
    ...told,
    queryKey: ['shows', show, 'auctions'],
    queryFn: async ({ queryKey }): Promise<Auction[]> => {
      const { items } = await call('GET /shows/:show/auctions', { params: { show }, input: {} })
      if (items[0]) clock.heard(items[0].now)
      return freshest(client.getQueryData<Auction[]>(queryKey), items)
    },
  })

export const giveawaysOf = (show: string) =>
  queryOptions({
    ...told,
    queryKey: ['shows', show, 'giveaways'],
    queryFn: async ({ queryKey }): Promise<Giveaway[]> => {
      const { items } = await call('GET /shows/:show/giveaways', { params: { show } })
      if (items[0]) clock.heard(items[0].now)
      return freshest(client.getQueryData<Giveaway[]>(queryKey), items)
    },
  })

/** What an account bid in a show; the maxima are its secret. */
export const ownBidsOf = (account: string, show: string) =>
  queryOptions({
    queryKey: [account, 'bids', show],
    queryFn: async () =>
      (await call('GET /accounts/:account/bids', { params: { account }, input: { show } })).items,
  })
