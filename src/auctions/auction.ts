import { boolean, integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { amount, at } from '../ground/columns.ts'
import { reference } from '../ground/text.ts'
import { PhotoView } from '../inventory/photos.ts'
import { fields } from '../inventory/product.ts'
import { photoOf } from '../shows/published.ts'
import { minimum } from './rules.ts'
import { auctionStates } from './tables.ts'

export const NewAuction = z.strictObject({
  product: reference,
  /** Left out: the product's in this show. */
  startingBid: fields.price.optional(),
  seconds: z.int().min(10).max(600).default(60),
  /** A bid in as many last seconds starts them again. */
  counterSeconds: z.int().min(0).max(60).default(10),
  /** The end stands, whatever is bid. */
  suddenDeath: z.boolean().default(false),
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
    /** By the server's clock: `now` beside it, in milliseconds. */
    endsAt: z.date(),
    now: z.number(),
    price: z.int().nullable(),
    /** The least that can be bid now. */
    minimum: z.int(),
    /** The account that leads or has won, and its name. */
    leader: z.string().nullable(),
    leaderName: z.string().nullable(),
    bids: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Auction' })

/** As its hosts see it: with how a win is being paid. */
export const HostAuction = Auction.extend({
  order: z.string().nullable(),
  /** waiting: the buyer's bank asks them. failed: the charge was declined; the product is in stock again. */
  payment: z.enum(['waiting', 'paid', 'failed', 'none']),
}).meta({ id: 'HostAuction' })

const columns = {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  id: text().notNull(),
  productId: text('product_id').notNull(),
  title: text().notNull(),
  currency: text().notNull(),
  startingBid: amount('starting_bid').notNull(),
  counterSeconds: integer('counter_seconds').notNull(),
  suddenDeath: boolean('sudden_death').notNull(),
  state: text().$type<(typeof auctionStates)[number]>().notNull(),
  startedAt: at('started_at').notNull(),
  endsAt: at('ends_at').notNull(),
  price: amount('price'),
  leaderId: text('leader_id'),
  leaderName: text('leader_name'),
  bids: integer().notNull(),
  version: integer().notNull(),
  photoId: text('photo_id'),
  photoWidth: integer('photo_width'),
  photoHeight: integer('photo_height'),
}

/** What everybody sees of auctions, but for rehearsals' (migrations). */
export const shownAuctions = pgView('shown_auctions', columns).existing()
/** All of the account's that the transaction is for. */
export const ownAuctions = pgView('own_auctions', {
  ...columns,
  rehearsal: boolean().notNull(),
  orderId: text('order_id'),
}).existing()

type Shown = typeof shownAuctions.$inferSelect

export const view = (auction: Shown, now: number): z.input<typeof Auction> => ({
  ...auction,
  show: auction.showId,
  product: auction.productId,
  photo: photoOf(auction.accountId, auction.photoId, auction.photoWidth, auction.photoHeight),
  leader: auction.leaderId,
  minimum: minimum(auction),
  now,
})
