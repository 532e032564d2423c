import { and, asc, desc, eq, gt, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../errors/refusal.ts'
import { productFields } from '../inventory/product.ts'
import { maxPublicStock } from '../inventory/vocabulary.ts'
import type { Tx } from '../platform/database/database.ts'
import { readDatabaseClock } from '../platform/database/database-clock.ts'
import { cursorParam, pageByTime, pageSize, readCursor, toPage } from '../platform/database/keyset-page.ts'
import { PhotoView, toPhotoView } from '../platform/files/photo-urls.ts'
import { containsPattern, singleLine } from '../platform/text-schemas.ts'
import { publicLineup, publicShows } from './public-views.ts'
import { resumeBy, toCover } from './show.ts'
import { discoverabilities, showLimits, showStatuses } from './vocabulary.ts'

export const ExploreQuery = z.strictObject({
  when: z
    .enum(['live', 'upcoming'])
    .default('live')
    .describe(
      '`live`: shows that are on the air, the most watched first. `upcoming`: scheduled shows, the next first.',
    ),
  category: singleLine(showLimits.category, 0).optional(),
  search: singleLine(200, 0)
    .optional()
    .describe("A text that the title, the category or the shop's name contains."),
  after: cursorParam,
})

const card = {
  id: z.string(),
  title: z.string(),
  category: z.string(),
  cover: PhotoView.nullable(),
  shop: z.object({ username: z.string(), name: z.string() }),
  status: z.enum(showStatuses),
  startsAt: z.date(),
  zone: z.string().describe('The IANA time zone in which the start was chosen.'),
  startedAt: z.date().nullable(),
  viewers: z.int().describe('How many people watch now.'),
}
export const ShowCard = z.object(card).meta({ id: 'ShowCard' })

export const ShowOffer = z.object({
  product: z.string(),
  title: z.string(),
  description: z.string(),
  condition: productFields.condition,
  sale: productFields.sale,
  price: z
    .int()
    .describe(
      "In minor units of the show's currency. For a product that is sold by auction: the starting bid.",
    ),
  available: z
    .int()
    .describe(`How many there are; at most ${maxPublicStock}, so that the stock is not public.`),
  photo: PhotoView.nullable(),
})

export const PublicShow = z
  .object({
    ...card,
    account: z.string().describe("The id of the seller's account."),
    description: z.string(),
    currency: z.string(),
    discoverability: z.enum(discoverabilities),
    now: z.number().describe("The time of the server's clock, in milliseconds since 1970, for countdowns."),
    resumeBy: z
      .date()
      .nullable()
      .describe('Until when a stopped show can be continued; null unless it is stopped.'),
    closedAt: z.date().nullable(),
    closeNote: z.string().describe('The note of the member who cancelled the show; empty if there is none.'),
    slowSeconds: z
      .int()
      .describe('How many seconds a person must wait between two lines in the chat; 0: no wait.'),
    video: z.boolean().describe("Whether the host's video arrives."),
    lineup: z.array(ShowOffer),
  })
  .meta({ id: 'PublicShow' })

type Shown = typeof publicShows.$inferSelect

/** Lists shows that everybody can find. */
export async function exploreShows(db: Tx, query: z.output<typeof ExploreQuery>) {
  const pattern = query.search && containsPattern(query.search)
  const where = and(
    eq(publicShows.discoverability, 'public'),
    query.category ? eq(publicShows.category, query.category) : undefined,
    pattern
      ? or(
          ilike(publicShows.title, pattern),
          ilike(publicShows.category, pattern),
          ilike(publicShows.shop, pattern),
        )
      : undefined,
  )
  const { items, next } = await (query.when === 'live'
    ? liveShows(db, where, query.after)
    : upcomingShows(db, where, query.after))
  return { items: items.map(toShowCard), next }
}

/** Lists live shows, those with the most viewers first. */
async function liveShows(db: Tx, where: SQL | undefined, after: string | undefined) {
  const [viewers = '', id = ''] = readCursor(after, 2) ?? []
  const beyond = /^\d{1,9}$/.test(viewers)
    ? or(
        lt(publicShows.viewers, Number(viewers)),
        and(eq(publicShows.viewers, Number(viewers)), lt(publicShows.id, id)),
      )
    : undefined
  const found = await db
    .select()
    .from(publicShows)
    .where(and(where, eq(publicShows.status, 'live'), beyond))
    .orderBy(desc(publicShows.viewers), desc(publicShows.id))
    .limit(pageSize + 1)
  return toPage(found, ({ viewers, id }) => [String(viewers), id])
}

const upcomingShows = (db: Tx, where: SQL | undefined, after: string | undefined) =>
  pageByTime(
    db.select().from(publicShows),
    { time: publicShows.startsAt, id: publicShows.id },
    {
      where: and(
        where,
        eq(publicShows.status, 'scheduled'),
        gt(publicShows.startsAt, sql`now() - interval '1 hour'`),
      ),
      after,
      order: 'earliest first',
    },
    ({ startsAt }) => startsAt,
  )

/** The categories of shows that are live or upcoming. */
export async function showCategories(db: Tx) {
  const items = await db
    .selectDistinct({ name: publicShows.category })
    .from(publicShows)
    .where(
      and(
        eq(publicShows.discoverability, 'public'),
        inArray(publicShows.status, ['live', 'scheduled']),
        sql`${publicShows.category} <> ''`,
      ),
    )
    .orderBy(asc(publicShows.category))
    .limit(100)
  return { items, next: null }
}

/**
 * Finds a published show by its id, whether or not lists contain it.
 * @throws Refusal not_found
 */
export async function findPublicShow(db: Tx, id: string): Promise<z.input<typeof PublicShow>> {
  const show = await requirePublishedShow(db, id)
  const offers = await db
    .select()
    .from(publicLineup)
    .where(and(eq(publicLineup.accountId, show.accountId), eq(publicLineup.showId, id)))
    .orderBy(asc(publicLineup.position))
  return {
    ...toShowCard(show),
    account: show.accountId,
    description: show.description,
    currency: show.currency,
    discoverability: show.discoverability,
    now: await readDatabaseClock(db),
    resumeBy: resumeBy(show),
    closedAt: show.closedAt,
    closeNote: show.closeNote,
    slowSeconds: show.slowSeconds,
    video: show.video,
    lineup: offers.map((offer) => ({
      product: offer.productId,
      title: offer.title,
      description: offer.description,
      condition: offer.condition,
      sale: offer.sale,
      price: offer.price,
      available: offer.available,
      photo: toPhoto(show.accountId, offer.photoId, offer.photoWidth, offer.photoHeight),
    })),
  }
}

/** @throws Refusal not_found */
export async function requirePublishedShow(db: Tx, id: string): Promise<Shown> {
  const found = await findPublishedShow(db, id)
  if (!found) throw new Refusal('not_found')
  return found
}

/** The show, if it is published. */
export async function findPublishedShow(db: Tx, id: string): Promise<Shown | undefined> {
  const [found] = await db.select().from(publicShows).where(eq(publicShows.id, id))
  return found
}

export const toPhoto = (account: string, id: string | null, width: number | null, height: number | null) =>
  id !== null && width !== null && height !== null ? toPhotoView(account, { id, width, height }) : null

export const toShowCard = (show: Shown): z.input<typeof ShowCard> => ({
  id: show.id,
  title: show.title,
  category: show.category,
  cover: toCover(show),
  shop: { username: show.username, name: show.shop },
  status: show.status,
  startsAt: show.startsAt,
  zone: show.zone,
  startedAt: show.startedAt,
  viewers: show.viewers,
})
