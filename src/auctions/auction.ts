import { boolean, integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { productFields } from '../inventory/product.ts'
import { amountColumn, timestampColumn } from '../platform/database/columns.ts'
import { definePush } from '../platform/events.ts'
import { PhotoView } from '../platform/files/photo-urls.ts'
import { idReference } from '../platform/text-schemas.ts'
import { toPhoto } from '../shows/public-shows.ts'
import { minimumBid } from './bidding-rules.ts'
import { auctionSeconds, auctionStatuses, counterBidSeconds } from './vocabulary.ts'

export const NewAuction = z.strictObject({
  product: idReference.describe("The id of a product in the show's lineup."),
  startingBid: productFields.price
    .optional()
    .describe("In minor units of the show's currency. Default: the product's price in this show."),
  seconds: z
    .int()
    .min(auctionSeconds.min)
    .max(auctionSeconds.max)
    .default(auctionSeconds.default)
    .describe('How long the auction lasts unless a late bid extends it.'),
  counterSeconds: z
    .int()
    .min(counterBidSeconds.min)
    .max(counterBidSeconds.max)
    .default(counterBidSeconds.default)
    .describe('A bid within this many seconds of the end moves the end to this many seconds after the bid.'),
  suddenDeath: z.boolean().default(false).describe('Whether late bids leave the end as it is.'),
})

/** An auction as everybody sees it. */
export const Auction = z
  .object({
    id: z.string(),
    show: z.string(),
    product: z.string(),
    title: z.string().describe("The product's title."),
    photo: PhotoView.nullable(),
    currency: z.string().describe('The ISO 4217 code for all amounts, which are in minor units.'),
    startingBid: z.int(),
    counterSeconds: z
      .int()
      .describe(
        'A bid within this many seconds of the end moves the end to this many seconds after the bid.',
      ),
    suddenDeath: z.boolean().describe('Whether late bids leave the end as it is.'),
    status: z.enum(auctionStatuses),
    startedAt: z.date(),
    endsAt: z.date().describe("When bidding ends, by the server's clock; a late bid can move it."),
    now: z.number().describe("The time of the server's clock, in milliseconds since 1970."),
    price: z.int().nullable().describe('The current or final price; null without a bid.'),
    minimum: z.int().describe('The lowest bid that is accepted now.'),
    leader: z
      .string()
      .nullable()
      .describe('The id of the account that leads or has won; null without a bid.'),
    leaderName: z.string().nullable(),
    bids: z.int().describe('How many bids were counted.'),
    version: z
      .int()
      .describe('Grows with each change; of two copies, the one with the higher version is newer.'),
  })
  .meta({ id: 'Auction' })

/** The auction as it is after a change, pushed to all viewers of the show. */
export const AuctionPush = definePush('auction', { auction: Auction })

/** An auction as its hosts see it, including the winner's payment. */
export const HostAuction = Auction.extend({
  order: z.string().nullable().describe("The id of the winner's order; null until the auction is sold."),
  payment: z
    .enum(['waiting', 'paid', 'failed', 'none'])
    .describe(
      "`waiting`: the buyer's bank waits for the buyer's confirmation. `failed`: the charge was declined, and the product is in stock again. `none`: there is no order.",
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
  status: text().$type<(typeof auctionStatuses)[number]>().notNull(),
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
  status: auction.status,
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
