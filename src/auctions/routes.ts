import { type House, moneyRoute, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { Purchase } from '../orders/purchases.ts'
import type { Till } from '../orders/settling.ts'
import * as buying from '../spending/buying.ts'
import { settledPurchase } from '../spending/settled.ts'
import { Auction, HostAuction, NewAuction } from './auction.ts'
import * as bidding from './bidding.ts'
import * as now from './buying-now.ts'
import { Entry, Giveaway, NewEntry, NewGiveaway } from './giveaway.ts'
import * as giveaways from './giveaways.ts'
import * as own from './own-bids.ts'
import * as running from './running.ts'

const one = '/accounts/:account/shows/:show'
const permission = 'shows.host'
const open = 'because whoever watches a show sees what is sold in it'
const scope = () => ({ as: 'public' }) as const

/** What a show sells while it is on: for its hosts, and for whoever watches. */
export const auctionRoutes = () => [
  route({
    method: 'GET',
    path: `${one}/auctions`,
    permission,
    summary: 'A show’s auctions, with how each win is being paid',
    input: running.AuctionQuery,
    output: Page(HostAuction),
    handle: ({ db, actor, params, input }) => running.list(db, actor, params.show as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/auctions`,
    permission,
    status: 201,
    summary: 'Begin an auction; nobody can stop it',
    input: NewAuction,
    output: Auction,
    handle: ({ db, actor, params, input }) => running.start(db, actor, params.show as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/giveaways`,
    permission,
    status: 201,
    summary: 'Begin a giveaway of five minutes',
    input: NewGiveaway,
    output: Giveaway,
    handle: ({ db, actor, params, input }) => giveaways.start(db, actor, params.show as string, input),
  }),
  route({
    method: 'GET',
    path: '/shows/:show/auctions',
    open,
    scope,
    summary: 'A show’s auctions, the latest first',
    input: running.AuctionQuery,
    output: Page(Auction),
    handle: ({ db, params, input }) => running.latest(db, params.show as string, input),
  }),
  route({
    method: 'GET',
    path: '/shows/:show/giveaways',
    open,
    scope,
    summary: 'A show’s giveaways, the latest first',
    output: Page(Giveaway),
    handle: ({ db, params }) => giveaways.latest(db, params.show as string),
  }),
]

/** What an account does in others' shows. */
export const biddingRoutes = ({ config }: House, till: Till) => [
  route({
    method: 'POST',
    path: '/accounts/:account/bids',
    permission: 'money.spend',
    status: 201,
    limit: { name: 'bids', count: 240, minutes: 1 },
    summary: 'Bid in another account’s show',
    input: bidding.NewBid,
    output: bidding.BidResult,
    handle: ({ db, actor, input }) => bidding.bid(db, actor, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/bids',
    permission: 'money.spend',
    summary: 'What the account bid, the latest first',
    input: own.OwnBidQuery,
    output: Page(own.OwnBid),
    handle: ({ db, actor, input }) => own.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/show-purchases/quote',
    permission: 'money.spend',
    summary: 'What something would cost in a show, shipping included',
    input: now.ShowBasket,
    output: buying.Quote,
    handle: ({ db, actor, input }) => now.quote(db, actor, input, config.shippingBands),
  }),
  moneyRoute({
    path: '/accounts/:account/show-purchases',
    permission: 'money.spend',
    status: 201,
    limit: { name: 'purchases', count: 60, minutes: 10 },
    summary: 'Buy what a show sells at a price',
    input: now.NewShowPurchase,
    output: Purchase,
    reserve: ({ db, actor, input }) => now.buy(db, actor, input, config.shippingBands),
    settle: (ref, { actor }) => settledPurchase(till, ref, actor),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/giveaway-entries',
    permission: 'money.spend',
    limit: { name: 'giveaways', count: 120, minutes: 10 },
    summary: 'Enter a giveaway, or say that one is still there',
    input: NewEntry,
    output: Entry,
    handle: ({ db, actor, input }) => giveaways.enter(db, actor, input),
  }),
]
