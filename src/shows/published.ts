import { and, asc, desc, eq, gt, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import { clock } from '../ground/clock.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { anywhere, line } from '../ground/text.ts'
import { PhotoView, photoView } from '../inventory/photos.ts'
import { fields as productFields } from '../inventory/product.ts'
import { coverOf, resumeBy } from './show.ts'
import { showStates } from './tables.ts'
import { shownLineup, shownShows } from './views.ts'

export const ExploreQuery = z.strictObject({
  /** live: on the air now, the most watched first. upcoming: the next first. */
  when: z.enum(['live', 'upcoming']).default('live'),
  category: line(80, 0).optional(),
  /** In the title, the category or the shop's name. */
  search: line(200, 0).optional(),
  after,
})

const card = {
  id: z.string(),
  title: z.string(),
  category: z.string(),
  cover: PhotoView.nullable(),
  shop: z.object({ username: z.string(), name: z.string() }),
  state: z.enum(showStates),
  startsAt: z.date(),
  zone: z.string(),
  startedAt: z.date().nullable(),
  viewers: z.int(),
}
export const ShowCard = z.object(card).meta({ id: 'ShowCard' })

export const Offer = z.object({
  product: z.string(),
  title: z.string(),
  description: z.string(),
  condition: productFields.condition,
  sale: productFields.sale,
  /** In minor units of the show's currency; of an auction, its starting bid. */
  price: z.int(),
  /** How many there are; no more than 10 are told of. */
  available: z.int(),
  photo: PhotoView.nullable(),
})

export const PublicShow = z
  .object({
    ...card,
    account: z.string(),
    description: z.string(),
    currency: z.string(),
    discoverability: z.enum(['public', 'link']),
    /** The server's clock in milliseconds: what ends by it is counted down by it. */
    now: z.number(),
    /** Of a stopped one: until when it may go on. */
    resumeBy: z.date().nullable(),
    closedAt: z.date().nullable(),
    closeNote: z.string(),
    slowSeconds: z.int(),
    /** Whether a picture arrives. */
    video: z.boolean(),
    lineup: z.array(Offer),
  })
  .meta({ id: 'PublicShow' })

type Shown = typeof shownShows.$inferSelect

/** Shows that everybody may find. */
export async function explore(db: Tx, query: z.output<typeof ExploreQuery>) {
  const isLive = query.when === 'live'
  const pattern = query.search && anywhere(query.search)
  const found = await db
    .select()
    .from(shownShows)
    .where(
      and(
        eq(shownShows.discoverability, 'public'),
        isLive ? eq(shownShows.state, 'live') : eq(shownShows.state, 'scheduled'),
        isLive ? undefined : gt(shownShows.startsAt, sql`now() - interval '1 hour'`),
        query.category ? eq(shownShows.category, query.category) : undefined,
        pattern
          ? or(
              ilike(shownShows.title, pattern),
              ilike(shownShows.category, pattern),
              ilike(shownShows.shop, pattern),
            )
          : undefined,
        beyond(readCursor(query.after, 2), isLive),
      ),
    )
    .orderBy(
      ...(isLive
        ? [desc(shownShows.viewers), desc(shownShows.id)]
        : [asc(shownShows.startsAt), asc(shownShows.id)]),
    )
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ viewers, startsAt, id }) => [
    isLive ? String(viewers) : startsAt.toISOString(),
    id,
  ])
  return { items: items.map(cardOf), next }
}

function beyond(cursor: string[] | undefined, isLive: boolean): SQL | undefined {
  const [key = '', id = ''] = cursor ?? []
  if (isLive && /^\d{1,9}$/.test(key))
    return or(
      lt(shownShows.viewers, Number(key)),
      and(eq(shownShows.viewers, Number(key)), lt(shownShows.id, id)),
    )
  const at = new Date(key)
  if (isLive || Number.isNaN(at.getTime())) return undefined
  return or(gt(shownShows.startsAt, at), and(eq(shownShows.startsAt, at), gt(shownShows.id, id)))
}

/** The categories in which there is something to see, now or to come. */
export async function categories(db: Tx) {
  const items = await db
    .selectDistinct({ name: shownShows.category })
    .from(shownShows)
    .where(
      and(
        eq(shownShows.discoverability, 'public'),
        inArray(shownShows.state, ['live', 'scheduled']),
        sql`${shownShows.category} <> ''`,
      ),
    )
    .orderBy(asc(shownShows.category))
    .limit(100)
  return { items, next: null }
}

/** A show by its address, public or not. @throws Refusal not_found */
export async function open(db: Tx, id: string): Promise<z.input<typeof PublicShow>> {
  const show = await shown(db, id)
  const offers = await db
    .select()
    .from(shownLineup)
    .where(and(eq(shownLineup.accountId, show.accountId), eq(shownLineup.showId, id)))
    .orderBy(asc(shownLineup.position))
  return {
    ...show,
    ...cardOf(show),
    account: show.accountId,
    now: await clock(db),
    resumeBy: resumeBy(show),
    lineup: offers.map(({ photoId, photoWidth, photoHeight, ...offer }) => ({
      ...offer,
      product: offer.productId,
      photo: photoOf(show.accountId, photoId, photoWidth, photoHeight),
    })),
  }
}

/** @throws Refusal not_found */
export async function shown(db: Tx, id: string): Promise<Shown> {
  const found = await sought(db, id)
  if (!found) throw new Refusal('not_found')
  return found
}

/** The show, if it is shown to anybody. */
export async function sought(db: Tx, id: string): Promise<Shown | undefined> {
  const [found] = await db.select().from(shownShows).where(eq(shownShows.id, id))
  return found
}

export const photoOf = (account: string, id: string | null, width: number | null, height: number | null) =>
  id !== null && width !== null && height !== null ? photoView(account, { id, width, height }) : null

export const cardOf = ({ username, shop, ...show }: Shown): z.input<typeof ShowCard> => ({
  ...show,
  cover: coverOf(show),
  shop: { username, name: shop },
})
