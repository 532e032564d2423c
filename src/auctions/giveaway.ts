import { integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { at } from '../ground/columns.ts'
import { reference } from '../ground/text.ts'
import { PhotoView } from '../inventory/photos.ts'
import { photoOf } from '../shows/published.ts'

/** Minutes in which one can enter. */
export const giveawayMinutes = 5
/** Seconds for which whoever entered is believed to be there; their page says so again before. */
export const presentSeconds = 75

export const NewGiveaway = z.strictObject({ product: reference })
export const NewEntry = z.strictObject({ show: reference, giveaway: reference })
export const Entry = z.object({ id: z.string(), entries: z.int() })

export const Giveaway = z
  .object({
    id: z.string(),
    show: z.string(),
    product: z.string(),
    title: z.string(),
    photo: PhotoView.nullable(),
    /** nobody: it ended, and nobody who had entered was there. */
    state: z.enum(['open', 'drawn', 'nobody']),
    startedAt: z.date(),
    endsAt: z.date(),
    now: z.number(),
    entries: z.int(),
    /**
     * How the winner is drawn, for whoever wants to see that it was fair. The commitment is the SHA-256 of the seed
     * and shown from the start; the seed (hexadecimal) and the entries among which it was drawn are shown after. The
     * winner is entry number n of them (from 0): the first 6 bytes of HMAC-SHA256 with the seed's text as the key and
     * the entries, joined by line feeds, as the message, as a number, modulo how many there are.
     */
    commitment: z.string(),
    seed: z.string().nullable(),
    drawnFrom: z.array(z.string()).nullable(),
    /** The account that won, and its name. */
    winner: z.string().nullable(),
    winnerName: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Giveaway' })

const columns = {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  id: text().notNull(),
  productId: text('product_id').notNull(),
  title: text().notNull(),
  state: text().$type<'open' | 'drawn' | 'nobody'>().notNull(),
  startedAt: at('started_at').notNull(),
  endsAt: at('ends_at').notNull(),
  commitment: text().notNull(),
  /** Null until it is drawn. */
  seed: text(),
  drawnFrom: text('drawn_from').array(),
  winnerId: text('winner_id'),
  winnerName: text('winner_name'),
  entries: integer().notNull(),
  version: integer().notNull(),
  photoId: text('photo_id'),
  photoWidth: integer('photo_width'),
  photoHeight: integer('photo_height'),
}

/** What everybody sees of giveaways, and all of the account's own (migrations). */
export const shownGiveaways = pgView('shown_giveaways', columns).existing()
export const ownGiveaways = pgView('own_giveaways', columns).existing()

export const view = (
  giveaway: typeof shownGiveaways.$inferSelect,
  now: number,
): z.input<typeof Giveaway> => ({
  ...giveaway,
  show: giveaway.showId,
  product: giveaway.productId,
  photo: photoOf(giveaway.accountId, giveaway.photoId, giveaway.photoWidth, giveaway.photoHeight),
  winner: giveaway.winnerId,
  now,
})
