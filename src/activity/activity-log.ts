import { and, eq, gte, lt, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { activity } from '../access/tables.ts'
import { activityAreas } from '../access/vocabulary.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageById, pageSize } from '../platform/database/keyset-page.ts'
import { idReference } from '../platform/text-schemas.ts'

// A day or a time.
const dayOrTime = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .refine((text) => /^2[01]\d\d-/.test(text), { params: { code: 'date' } })

export const ActivityFilter = z.strictObject({
  person: idReference.optional().describe("A person's id."),
  area: z.enum(activityAreas).optional(),
  from: dayOrTime.optional().describe('A day (UTC) or a time.'),
  to: dayOrTime.optional().describe('A day (UTC), which is included, or a time, which is not.'),
})
export const ActivityQuery = ActivityFilter.extend({ after: cursorParam })

export const ActivityRow = z
  .object({
    id: z.string(),
    at: z.date(),
    person: z
      .object({ id: z.string().nullable(), name: z.string() })
      .describe("The person who did it; the id is null for the clock and the platform's operator."),
    area: z.enum(activityAreas),
    act: z.string().describe('What was done, such as `team.role_changed`.'),
    subject: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('The thing or person that it was done to; null if it concerns the account itself.'),
    details: z.record(z.string(), z.unknown()).describe('Further values, which depend on `act`.'),
    ip: z.string().nullable().describe('The IP address of the person; null for the clock and the operator.'),
    allowed: z.boolean().describe('False if it was an attempt that was refused.'),
  })
  .meta({ id: 'Activity' })

/** Lists the account's activity, the latest first. */
export async function listActivity(
  db: Tx,
  actor: Actor,
  query: z.output<typeof ActivityQuery>,
  size = pageSize,
) {
  const { items, next } = await pageById(db.select().from(activity), activity.id, {
    where: and(eq(activity.accountId, actor.account), ...filters(query)),
    after: query.after,
    size,
  })
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
