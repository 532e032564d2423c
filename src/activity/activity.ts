import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import { activityAreas } from '../door/record.ts'
import { activity } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { reference } from '../ground/text.ts'

// A day, or a moment: a day as "to" includes all of it.
const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .refine((text) => /^2[01]\d\d-/.test(text), { params: { code: 'date' } })

export const ActivityFilter = z.strictObject({
  /** A person's id. */
  person: reference.optional(),
  area: z.enum(activityAreas).optional(),
  /** A day (UTC) or a moment. */
  from: moment.optional(),
  to: moment.optional(),
})
export const ActivityQuery = ActivityFilter.extend({ after })

export const ActivityRow = z
  .object({
    id: z.string(),
    at: z.date(),
    /** Who did it; the id is null for the clock and the platform's operator. */
    person: z.object({ id: z.string().nullable(), name: z.string() }),
    area: z.enum(activityAreas),
    act: z.string(),
    subject: z.object({ id: z.string(), name: z.string() }).nullable(),
    details: z.record(z.string(), z.unknown()),
    ip: z.string().nullable(),
    allowed: z.boolean(),
  })
  .meta({ id: 'Activity' })

/** What was done for the account, the latest first. */
export async function list(db: Tx, actor: Actor, query: z.output<typeof ActivityQuery>, size = pageSize) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select()
    .from(activity)
    .where(
      and(eq(activity.accountId, actor.account), ...filters(query), last ? lt(activity.id, last) : undefined),
    )
    .orderBy(desc(activity.id))
    .limit(size + 1)
  const { items, next } = toPage(found, ({ id }) => [id], size)
  return { items: items.map(view), next }
}

function filters({ person, area, from, to }: z.output<typeof ActivityFilter>): (SQL | undefined)[] {
  return [
    person ? eq(activity.personId, person) : undefined,
    area ? eq(activity.area, area) : undefined,
    from ? gte(activity.at, new Date(from)) : undefined,
    to ? lt(activity.at, endOf(to)) : undefined,
  ]
}

const endOf = (to: string) =>
  to.length === 10 ? new Date(new Date(to).getTime() + 86_400_000) : new Date(to)

const view = (row: typeof activity.$inferSelect): z.input<typeof ActivityRow> => ({
  id: row.id,
  at: row.at,
  person: { id: row.personId, name: row.personName },
  area: row.area as (typeof activityAreas)[number],
  act: row.act,
  subject: row.subjectId ? { id: row.subjectId, name: row.subjectName ?? '' } : null,
  details: row.details,
  ip: row.ip,
  allowed: row.allowed,
})
