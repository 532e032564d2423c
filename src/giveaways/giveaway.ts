import { integer, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { timestampColumn } from '../platform/database/columns.ts'
import { definePush } from '../platform/events.ts'
import { PhotoView } from '../platform/files/photo-urls.ts'
import { idReference } from '../platform/text-schemas.ts'
import { toPhoto } from '../shows/public-shows.ts'

/** How many minutes people have to enter. */
export const giveawayMinutes = 5
/** How many seconds an entrant counts as present after each call. Their page repeats the entry more often than that. */
export const entryPresenceSeconds = 75

export const NewGiveaway = z.strictObject({ product: idReference })
export const NewGiveawayEntry = z.strictObject({ show: idReference, giveaway: idReference })
export const GiveawayEntry = z.object({
  id: z.string().describe('The id of the entry, which the list of drawn entries contains.'),
  entries: z.int().describe('How many accounts have entered the giveaway.'),
})

export const Giveaway = z
  .object({
    id: z.string(),
    show: z.string(),
    product: z.string(),
    title: z.string().describe("The product's title."),
    photo: PhotoView.nullable(),
    status: z
      .enum(['open', 'drawn', 'nobody'])
      .describe('`nobody`: when it ended, none of the entrants was present.'),
    startedAt: z.date(),
    endsAt: z.date().describe('When the winner is drawn.'),
    now: z.number().describe("The time of the server's clock, in milliseconds since 1970."),
    entries: z.int().describe('How many accounts have entered.'),
    commitment: z
      .string()
      .describe(
        'How the winner is drawn, so that anybody can check that it was fair. `commitment` is the SHA-256 hash of `seed` (hexadecimal text) and is shown from the start; `seed` and `drawnFrom` are shown after the draw. Compute HMAC-SHA256 with the text of `seed` as the key and the ids in `drawnFrom`, joined by line feeds, as the message. Its first 6 bytes, read as a big-endian number, modulo the number of ids, give the position of the winner in `drawnFrom`, counted from 0.',
      ),
    seed: z.string().nullable().describe('Null until the draw.'),
    drawnFrom: z
      .array(z.string())
      .nullable()
      .describe('The ids of the entries among which the winner was drawn, in order; null until the draw.'),
    winner: z.string().nullable().describe('The id of the account that won; null if there is no winner yet.'),
    winnerName: z.string().nullable(),
    version: z
      .int()
      .describe('Grows with each change; of two copies, the one with the higher version is newer.'),
  })
  .meta({ id: 'Giveaway' })

export const GiveawayPush = definePush('giveaway', { giveaway: Giveaway })

const columns = {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  id: text().notNull(),
  productId: text('product_id').notNull(),
  title: text().notNull(),
  status: text().$type<'open' | 'drawn' | 'nobody'>().notNull(),
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

/** Giveaways as everybody sees them, without those of rehearsals (migrations). */
export const publicGiveaways = pgView('public_giveaways', columns).existing()
/** All giveaways of the transaction's account. */
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
  status: giveaway.status,
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
