import { moneyRoute, route, type Services } from '../http/route.ts'
import { Purchase } from '../orders/purchases.ts'
import type { PaymentService } from '../orders/settlement.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { PurchaseQuote } from '../spending/buy.ts'
import { purchaseResult } from '../spending/purchase-result.ts'
import { Auction, HostAuction, NewAuction } from './auction.ts'
import { NewShowPurchase, quoteShowPurchase, reserveShowPurchase, ShowBasket } from './buy-now.ts'
import { AuctionQuery, latestAuctions, listAuctions } from './list-auctions.ts'
import { listOwnBids, OwnBid, OwnBidQuery } from './own-bids.ts'
import { BidResult, NewBid, placeBid } from './place-bid.ts'
import { startAuction } from './start-auction.ts'

const showPath = '/accounts/:account/shows/:show'
const permission = 'shows.host'
const open = 'because viewers of a show see what is sold in it'
const scope = () => ({ as: 'public' }) as const

/** The routes for a live show's auctions, for its hosts and its viewers. */
export const auctionRoutes = () => [
  route({
    method: 'GET',
    path: `${showPath}/auctions`,
    permission,
    summary: 'The auctions of the account’s own show, with the status of each winner’s payment',
    input: AuctionQuery,
    output: PageOf(HostAuction),
    handle: ({ db, actor, params, input }) => listAuctions(db, actor, params.show, input),
  }),
  route({
    method: 'POST',
    path: `${showPath}/auctions`,
    permission,
    status: 201,
    summary: 'Start an auction, which nobody can stop',
    input: NewAuction,
    output: Auction,
    handle: ({ db, actor, params, input }) => startAuction(db, actor, params.show, input),
  }),
  route({
    method: 'GET',
    path: '/shows/:show/auctions',
    open,
    scope,
    summary: 'A show’s auctions, the latest first',
    input: AuctionQuery,
    output: PageOf(Auction),
    handle: ({ db, params, input }) => latestAuctions(db, params.show, input),
  }),
]

/** The routes for what an account does in other accounts' shows. */
export const biddingRoutes = ({ config }: Services, paymentService: PaymentService) => [
  route({
    method: 'POST',
    path: '/accounts/:account/bids',
    permission: 'money.spend',
    status: 201,
    limit: { name: 'bids', count: 240, minutes: 1 },
    summary: 'Bid in another account’s show',
    input: NewBid,
    output: BidResult,
    handle: ({ db, actor, input }) => placeBid(db, actor, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/bids',
    permission: 'money.spend',
    summary: 'The account’s bids, the latest first',
    input: OwnBidQuery,
    output: PageOf(OwnBid),
    handle: ({ db, actor, input }) => listOwnBids(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/show-purchases/quote',
    permission: 'money.spend',
    summary: 'The price of a purchase in a show, including shipping',
    input: ShowBasket,
    output: PurchaseQuote,
    handle: ({ db, actor, input }) => quoteShowPurchase(db, actor, input, config.shippingBands),
  }),
  moneyRoute({
    path: '/accounts/:account/show-purchases',
    permission: 'money.spend',
    status: 201,
    limit: { name: 'purchases', count: 60, minutes: 10 },
    summary: 'Buy at a fixed price in a show',
    input: NewShowPurchase,
    output: Purchase,
    reserve: ({ db, actor, input }) => reserveShowPurchase(db, actor, input, config.shippingBands),
    settle: (ref, { actor }) => purchaseResult(paymentService, ref, actor),
  }),
]
