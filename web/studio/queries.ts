import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { clock } from '../room/clock.ts'

export type Auction = Answer<'GET /accounts/:account/shows/:show/auctions'>['items'][number]
export type Giveaway = Answer<'GET /shows/:show/giveaways'>['items'][number]
export type Line = Answer<'GET /accounts/:account/shows/:show/chat'>['items'][number]
export type Ban = Answer<'GET /accounts/:account/chat-bans'>['items'][number]
export type Of = { account: string; show: string }

/* What changes with every bid and line: the show's own connection keeps it up to date, not the account's. */
const key = ({ account, show }: Of, ...rest: unknown[]) => [account, 'studio', show, ...rest]

const isWaiting = ({ payment }: Auction) => payment === 'waiting'

/** The latest first. While the money for one is under way, it is looked at again. */
export const auctionsOf = ({ account, show }: Of) =>
  queryOptions({
    queryKey: key({ account, show }, 'auctions'),
    queryFn: async () => {
      const params = { account, show }
      const found = await call('GET /accounts/:account/shows/:show/auctions', { params, input: {} })
      if (found.items[0]) clock.heard(found.items[0].now)
      return found
    },
    refetchInterval: ({ state: { data } }) => (data?.items.some(isWaiting) ? 4000 : false),
  })

export const giveawaysOf = ({ account, show }: Of) =>
  queryOptions({
    queryKey: key({ account, show }, 'giveaways'),
    queryFn: () => call('GET /shows/:show/giveaways', { params: { show } }),
  })

/** All that was said, page by page into the past. */
export const chatOf = ({ account, show }: Of) =>
  infiniteQueryOptions({
    queryKey: key({ account, show }, 'chat'),
    queryFn: ({ pageParam }) =>
      call('GET /accounts/:account/shows/:show/chat', {
        params: { account, show },
        input: pageParam ? { after: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const moderationOf = ({ account, show }: Of) =>
  queryOptions({
    queryKey: key({ account, show }, 'moderation'),
    queryFn: () => call('GET /accounts/:account/shows/:show/moderation', { params: { account, show } }),
  })

export const bansOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'chat-bans'],
    queryFn: () => call('GET /accounts/:account/chat-bans', { params: { account } }),
  })

export const countersOf = ({ account, show }: Of, isOn: boolean) =>
  queryOptions({
    queryKey: key({ account, show }, 'counters'),
    queryFn: () => call('GET /accounts/:account/shows/:show/counters', { params: { account, show } }),
    enabled: isOn,
    refetchInterval: 10_000,
  })

/** The studio says every ten seconds that it is there, seen or not: else it is off the air after 45. */
export const beatOf = ({ account, show }: Of, isOn: boolean) =>
  queryOptions({
    queryKey: key({ account, show }, 'beat'),
    queryFn: () => call('POST /accounts/:account/shows/:show/beat', { params: { account, show } }),
    enabled: isOn,
    refetchInterval: 10_000,
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
    gcTime: 0,
  })
