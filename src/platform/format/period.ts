import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'

const isZone = (name: string) => {
  try {
    // Intl accepts offsets such as +02:00, too, but PostgreSQL reads their sign the other way round.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** YYYY-MM-DD, in this century or the next (years 2000 to 2199). */
const day = z.iso.date().pipe(z.string().refine((text) => /^2[01]/.test(text), { params: { code: 'date' } }))

/** An IANA time zone that this machine knows. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isZone, { params: { code: 'zone' } })

/** The first and the last day, both included, counted in an IANA time zone. */
export const periodFields = {
  from: day.optional(),
  to: day.optional(),
  zone: timeZone.default('UTC'),
}
export type Period = { from?: string | undefined; to?: string | undefined; zone: string }

/** SQL condition: the moment lies in the period. */
export const withinPeriod = (moment: AnyColumn | SQL, { from, to, zone }: Period): SQL => {
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
