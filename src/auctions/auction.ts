import { boolean, integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { productFields } from '../inventory/product.ts'
import { amountColumn, timestampColumn } from '../platform/database/columns.ts'
import { definePush } from '../platform/events.ts'
import { PhotoView } from '../platform/files/photo-urls.ts'
import { idReference } from '../platform/text-schemas.ts'
import { toPhoto } from '../shows/public-shows.ts'
import { minimumBid } from './bidding-rules.ts'
import { auctionSeconds, auctionStates, counterBidSeconds } from './vocabulary.ts'

export const NewAuction = z.strictObject({
  product: idReference,
  /** Default: the product's price in this show. */
  startingBid: productFields.price.optional(),
  seconds: z.int().min(auctionSeconds.min).max(auctionSeconds.max).default(auctionSeconds.default),
  counterSeconds: z
    .int()
    .min(counterBidSeconds.min)
    .max(counterBidSeconds.max)
    .default(counterBidSeconds.default)
    .describe('A bid within this many seconds of the end moves the end to this many seconds from now.'),
  suddenDeath: z.boolean().default(false).describe('Bids do not move the end.'),
})

/** An auction as everybody sees it. */
export const Auction = z
  .object({
    id: z.string(),
    show: z.string(),
    product: z.string(),
    title: z.string(),
    photo: PhotoView.nullable(),
    currency: z.string(),
    startingBid: z.int(),
    counterSeconds: z.int(),
    suddenDeath: z.boolean(),
    state: z.enum(auctionStates),
    startedAt: z.date(),
    endsAt: z.date().describe("By the server's clock. `now` is that clock's time, in milliseconds."),
    now: z.number(),
    price: z.int().nullable(),
    minimum: z.int().describe('The lowest bid that is accepted now.'),
    leader: z.string().nullable().describe('The account that leads or has won, and its name.'),
    leaderName: z.string().nullable(),
    bids: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Auction' })

/** An auction's new state, for all who watch. */
export const AuctionPush = definePush('auction', { auction: Auction })

/** An auction as its hosts see it: with the state of the winner's payment. */
export const HostAuction = Auction.extend({
  order: z.string().nullable(),
  payment: z
    .enum(['waiting', 'paid', 'failed', 'none'])
    .describe(
      "`waiting`: the buyer's bank waits for a confirmation. `failed`: the charge was declined, and the product is in stock again.",
    ),
}).meta({ id: 'HostAuction' })

const columns = {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  id: text().notNull(),
  productId: text('product_id').notNull(),
  title: text().notNull(),
  currency: text().notNull(),
  startingBid: amountColumn('starting_bid').notNull(),
  counterSeconds: integer('counter_seconds').notNull(),
  suddenDeath: boolean('sudden_death').notNull(),
  state: text().$type<(typeof auctionStates)[number]>().notNull(),
  startedAt: timestampColumn('started_at').notNull(),
  endsAt: timestampColumn('ends_at').notNull(),
  price: amountColumn('price'),
  leaderId: text('leader_id'),
  leaderName: text('leader_name'),
  bids: integer().notNull(),
  version: integer().notNull(),
  photoId: text('photo_id'),
  photoWidth: integer('photo_width'),
  photoHeight: integer('photo_height'),
}

/** Auctions as everybody sees them, without those of rehearsals (migrations). */
export const publicAuctions = pgView('public_auctions', columns).existing()
/** All auctions of the transaction's account. */
export const ownAuctions = pgView('own_auctions', {
  ...columns,
  rehearsal: boolean().notNull(),
  orderId: text('order_id'),
}).existing()

type Shown = typeof publicAuctions.$inferSelect

export const toAuctionView = (auction: Shown, now: number): z.input<typeof Auction> => ({
  id: auction.id,
  show: auction.showId,
  product: auction.productId,
  title: auction.title,
  photo: toPhoto(auction.accountId, auction.photoId, auction.photoWidth, auction.photoHeight),
  currency: auction.currency,
  startingBid: auction.startingBid,
  counterSeconds: auction.counterSeconds,
  suddenDeath: auction.suddenDeath,
  state: auction.state,
  startedAt: auction.startedAt,
  endsAt: auction.endsAt,
  now,
  price: auction.price,
  minimum: minimumBid(auction),
  leader: auction.leaderId,
  leaderName: auction.leaderName,
  bids: auction.bids,
  version: auction.version,
})
