import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'

const isZone = (name: string) => {
  try {
    // An offset would be taken too, and PostgreSQL reads its sign the other way round.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** YYYY-MM-DD, of this century or the next. */
const day = z.iso.date().pipe(z.string().refine((text) => /^2[01]/.test(text), { params: { code: 'date' } }))

/** A time zone of IANA's, which this machine knows. */
export const zone = z
  .string()
  .max(64)
  .refine(isZone, { params: { code: 'zone' } })

/** Days from one to another, both of them included, as they are counted in a time zone of IANA's. */
export const period = {
  from: day.optional(),
  to: day.optional(),
  zone: zone.default('UTC'),
}
export type Period = { from?: string | undefined; to?: string | undefined; zone: string }

/** Whether a moment lies in the period. */
export const during = (moment: AnyColumn | SQL, { from, to, zone }: Period): SQL => {
  const start = (date: string, later: string) =>
    sql`(${date}::date + ${later}::interval) at time zone ${zone}`
  return sql.join(
    [
      sql`true`,
      ...(from ? [sql`${moment} >= ${start(from, '0')}`] : []),
      ...(to ? [sql`${moment} < ${start(to, '1 day')}`] : []),
    ],
    sql` and `,
  )
}
