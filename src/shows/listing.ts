import { and, asc, desc, eq, gt, ilike, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { anywhere, line } from '../ground/text.ts'
import { coverOf, type Row, resumeBy, type Show, type ShowRow } from './show.ts'
import { broadcasts, lineup, shows } from './tables.ts'

export const ShowQuery = z.strictObject({
  /** upcoming: scheduled. live: on the air, or stopped and able to go on. past: ended or cancelled. Left out: all. */
  state: z.enum(['upcoming', 'live', 'past']).optional(),
  /** In the title or the category. */
  search: line(200, 0).optional(),
  after,
})
type Query = z.output<typeof ShowQuery>

const states = {
  upcoming: ['scheduled'],
  live: ['live', 'stopped'],
  past: ['ended', 'cancelled'],
} as const satisfies Record<string, Row['state'][]>

/** The account's shows: those to come, the next first; else the latest first. Rehearsals are not among them. */
export async function list(db: Tx, actor: Actor, query: Query) {
  const last = readCursor(query.after, 2)
  const isNext = query.state === 'upcoming'
  const pattern = query.search && anywhere(query.search)
  const found = await db
    .select()
    .from(shows)
    .where(
      and(
        eq(shows.accountId, actor.account),
        isNull(shows.rehearses),
        query.state && inArray(shows.state, states[query.state]),
        pattern ? or(ilike(shows.title, pattern), ilike(shows.category, pattern)) : undefined,
        last && beyond(last as [string, string], isNext),
      ),
    )
    .orderBy(...(isNext ? [asc(shows.startsAt), asc(shows.id)] : [desc(shows.startsAt), desc(shows.id)]))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ startsAt, id }) => [startsAt.toISOString(), id])
  const counts = await countProducts(
    db,
    actor,
    items.map(({ id }) => id),
  )
  return { items: items.map((show) => short(show, counts.get(show.id) ?? 0)), next }
}

function beyond([at, id]: [string, string], isNext: boolean): SQL | undefined {
  const when = new Date(at)
  if (Number.isNaN(when.getTime())) return undefined
  const further = isNext ? gt : lt
  return or(further(shows.startsAt, when), and(eq(shows.startsAt, when), further(shows.id, id)))
}

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Show>> {
  const show = await rowOf(db, actor.account, id)
  const [onAir] = await db.select().from(broadcasts).where(openBroadcast(show))
  const [following] = show.seriesId
    ? await db.select({ count: sql<number>`count(*)::int` }).from(shows).where(laterInSeries(show))
    : []
  const counts = await countProducts(db, actor, [id])
  return {
    ...show,
    ...short(show, counts.get(id) ?? 0),
    following: following?.count ?? 0,
    resumeBy: resumeBy(show),
    onAir: onAir
      ? {
          name: onAir.personName,
          you: onAir.personId === actor.person,
          since: onAir.startedAt,
          video: onAir.video,
          offered: onAir.offeredTo
            ? { name: onAir.offeredName ?? '', you: onAir.offeredTo === actor.person }
            : null,
        }
      : null,
  }
}

/** @throws Refusal not_found */
export async function rowOf(db: Tx, account: string, id: string): Promise<Row> {
  const [show] = await db
    .select()
    .from(shows)
    .where(and(eq(shows.accountId, account), eq(shows.id, id)))
  if (!show) throw new Refusal('not_found')
  return show
}

export const openBroadcast = ({ accountId, id }: Pick<Row, 'accountId' | 'id'>) =>
  and(eq(broadcasts.accountId, accountId), eq(broadcasts.showId, id), isNull(broadcasts.endedAt))

/** What of a series comes after the show and has not begun. */
export const laterInSeries = ({ accountId, seriesId, startsAt }: Row) =>
  and(
    eq(shows.accountId, accountId),
    eq(shows.seriesId, seriesId ?? ''),
    eq(shows.state, 'scheduled'),
    gt(shows.startsAt, startsAt),
  )

async function countProducts(db: Tx, { account }: Actor, ids: string[]) {
  if (ids.length === 0) return new Map<string, number>()
  const found = await db
    .select({ id: lineup.showId, count: sql<number>`count(*)::int` })
    .from(lineup)
    .where(and(eq(lineup.accountId, account), inArray(lineup.showId, ids)))
    .groupBy(lineup.showId)
  return new Map(found.map(({ id, count }) => [id, count]))
}

const short = (show: Row, products: number): z.input<typeof ShowRow> => ({
  ...show,
  cover: coverOf(show),
  series: show.seriesId,
  rehearsal: show.rehearses !== null,
  products,
})
