import { and, eq, gt, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageByTime } from '../platform/database/keyset-page.ts'
import { containsPattern, singleLine } from '../platform/text-schemas.ts'
import { resumeBy, type Show, type ShowRecord, type ShowRow, toCover } from './show.ts'
import { broadcasts, lineup, shows } from './tables.ts'
import { showLists } from './vocabulary.ts'

export const ShowQuery = z.strictObject({
  status: z
    .enum(showLists)
    .optional()
    .describe(
      '`upcoming`: scheduled shows. `live`: shows that are on the air, or stopped and can still be continued. `past`: ended or cancelled shows. Default: all.',
    ),
  search: singleLine(200, 0).optional().describe('A text that the title or the category contains.'),
  after: cursorParam,
})
type Query = z.output<typeof ShowQuery>

const statuses = {
  upcoming: ['scheduled'],
  live: ['live', 'stopped'],
  past: ['ended', 'cancelled'],
} as const satisfies Record<string, ShowRecord['status'][]>

/** Lists the account's shows without rehearsals. With `upcoming`, the next comes first; otherwise, the latest. */
export async function listShows(db: Tx, actor: Actor, query: Query) {
  const pattern = query.search && containsPattern(query.search)
  const { items, next } = await pageByTime(
    db.select().from(shows),
    { time: shows.startsAt, id: shows.id },
    {
      where: and(
        eq(shows.accountId, actor.account),
        isNull(shows.rehearses),
        query.status && inArray(shows.status, statuses[query.status]),
        pattern ? or(ilike(shows.title, pattern), ilike(shows.category, pattern)) : undefined,
      ),
      after: query.after,
      order: query.status === 'upcoming' ? 'earliest first' : 'latest first',
    },
    ({ startsAt }) => startsAt,
  )
  const counts = await countProducts(
    db,
    actor,
    items.map(({ id }) => id),
  )
  return { items: items.map((show) => toShowRow(show, counts.get(show.id) ?? 0)), next }
}

/** @throws Refusal not_found */
export async function findShow(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Show>> {
  const show = await findShowRow(db, actor.account, id)
  const [onAir] = await db.select().from(broadcasts).where(openBroadcast(show))
  const [following] = show.seriesId
    ? await db.select({ count: sql<number>`count(*)::int` }).from(shows).where(laterInSeries(show))
    : []
  const counts = await countProducts(db, actor, [id])
  return {
    ...toShowRow(show, counts.get(id) ?? 0),
    description: show.description,
    currency: show.currency,
    following: following?.count ?? 0,
    startedAt: show.startedAt,
    stoppedAt: show.stoppedAt,
    resumeBy: resumeBy(show),
    closedAt: show.closedAt,
    closedBy: show.closedBy,
    closeNote: show.closeNote,
    rehearses: show.rehearses,
    createdBy: show.createdBy,
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

/**
 * The show's row.
 * @throws Refusal not_found
 */
export async function findShowRow(db: Tx, account: string, id: string): Promise<ShowRecord> {
  const [show] = await db
    .select()
    .from(shows)
    .where(byKey(shows, account, id))
  if (!show) throw new Refusal('not_found')
  return show
}

export const openBroadcast = ({ accountId, id }: Pick<ShowRecord, 'accountId' | 'id'>) =>
  and(eq(broadcasts.accountId, accountId), eq(broadcasts.showId, id), isNull(broadcasts.endedAt))

/** SQL condition: a later show of the same series that has not begun. */
export const laterInSeries = ({ accountId, seriesId, startsAt }: ShowRecord) =>
  and(
    eq(shows.accountId, accountId),
    eq(shows.seriesId, seriesId ?? ''),
    eq(shows.status, 'scheduled'),
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

const toShowRow = (show: ShowRecord, products: number): z.input<typeof ShowRow> => ({
  id: show.id,
  title: show.title,
  category: show.category,
  cover: toCover(show),
  startsAt: show.startsAt,
  zone: show.zone,
  discoverability: show.discoverability,
  status: show.status,
  series: show.seriesId,
  rehearsal: show.rehearses !== null,
  products,
})
