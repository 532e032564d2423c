import { integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { timestampColumn } from '../platform/database/columns.ts'
import { definePush } from '../platform/events.ts'
import { PhotoView } from '../platform/files/photo-urls.ts'
import { idReference } from '../platform/text-schemas.ts'
import { toPhoto } from '../shows/public-shows.ts'

/** Minutes in which people can enter. */
export const giveawayMinutes = 5
/** Seconds for which an entrant counts as present. Their page repeats the entry before they have passed. */
export const entryPresenceSeconds = 75

export const NewGiveaway = z.strictObject({ product: idReference })
export const NewGiveawayEntry = z.strictObject({ show: idReference, giveaway: idReference })
export const GiveawayEntry = z.object({ id: z.string(), entries: z.int() })

export const Giveaway = z
  .object({
    id: z.string(),
    show: z.string(),
    product: z.string(),
    title: z.string(),
    photo: PhotoView.nullable(),
    state: z
      .enum(['open', 'drawn', 'nobody'])
      .describe('`nobody`: when it ended, none of the entrants was present.'),
    startedAt: z.date(),
    endsAt: z.date(),
    now: z.number(),
    entries: z.int(),
    commitment: z
      .string()
      .describe(
        "How the winner is drawn, so that anybody can check that it was fair. `commitment` is the SHA-256 hash of the seed and is shown from the start; the seed (hexadecimal) and the entries among which it was drawn are shown after the draw. The winner is entry number n of them (from 0): the first 6 bytes of HMAC-SHA256 with the seed's text as the key and the entries, joined by line feeds, as the message, as a number, modulo the number of entries.",
      ),
    seed: z.string().nullable(),
    drawnFrom: z.array(z.string()).nullable(),
    winner: z.string().nullable().describe('The account that won, and its name.'),
    winnerName: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Giveaway' })

export const GiveawayPush = definePush('giveaway', { giveaway: Giveaway })

const columns = {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  id: text().notNull(),
  productId: text('product_id').notNull(),
  title: text().notNull(),
  state: text().$type<'open' | 'drawn' | 'nobody'>().notNull(),
  startedAt: timestampColumn('started_at').notNull(),
  endsAt: timestampColumn('ends_at').notNull(),
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

/** Giveaways as everybody sees them, and all of the transaction's account (migrations). */
export const publicGiveaways = pgView('public_giveaways', columns).existing()
export const ownGiveaways = pgView('own_giveaways', columns).existing()

export const toGiveawayView = (
  giveaway: typeof publicGiveaways.$inferSelect,
  now: number,
): z.input<typeof Giveaway> => ({
  id: giveaway.id,
  show: giveaway.showId,
  product: giveaway.productId,
  title: giveaway.title,
  photo: toPhoto(giveaway.accountId, giveaway.photoId, giveaway.photoWidth, giveaway.photoHeight),
  state: giveaway.state,
  startedAt: giveaway.startedAt,
  endsAt: giveaway.endsAt,
  now,
  entries: giveaway.entries,
  commitment: giveaway.commitment,
  seed: giveaway.seed,
  drawnFrom: giveaway.drawnFrom,
  winner: giveaway.winnerId,
  winnerName: giveaway.winnerName,
  version: giveaway.version,
})
