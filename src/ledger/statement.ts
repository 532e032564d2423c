import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { during, period } from '../ground/period.ts'
import { kinds, transfers } from './tables.ts'

export const StatementFilter = z.strictObject({ ...period, kind: z.enum(kinds).optional() })
export const StatementQuery = StatementFilter.extend({ after })

export const Entry = z
  .object({
    id: z.string(),
    at: z.date(),
    kind: z.enum(kinds),
    /** The order that it is about; payouts are about none. */
    order: z.string().nullable(),
    /** What it does to the two parts of the balance, in minor units: all entries together are the balance. */
    pending: z.int(),
    available: z.int(),
    currency: z.string(),
  })
  .meta({ id: 'LedgerEntry' })

/** Every transfer of the account, the latest first. */
export async function statement(
  db: Tx,
  { account }: { account: string },
  { kind, after: cursor, ...days }: z.output<typeof StatementQuery>,
  size = pageSize,
) {
  const [last] = readCursor(cursor, 1) ?? []
  const found = await db
    .select()
    .from(transfers)
    .where(
      and(
        eq(transfers.accountId, account),
        during(transfers.createdAt, days),
        kind ? eq(transfers.kind, kind) : undefined,
        last ? earlier(account, last) : undefined,
      ),
    )
    .orderBy(desc(transfers.createdAt), desc(transfers.id))
    .limit(size + 1)
  const { items, next } = toPage(found, ({ id }) => [id], size)
  return { items: items.map(view), next }
}

const earlier = (account: string, id: string): SQL =>
  sql`(${transfers.createdAt}, ${transfers.id}) < (
    (select t.created_at from ${transfers} t where t.account_id = ${account} and t.id = ${id}), ${id})`

function view({ id, createdAt, kind, orderId, ...moved }: typeof transfers.$inferSelect) {
  const { fromBook, toBook, amount, currency } = moved
  const into = (book: string) => (toBook === book ? amount : 0) - (fromBook === book ? amount : 0)
  return {
    id,
    at: createdAt,
    kind,
    order: orderId,
    pending: into('pending'),
    available: into('available'),
    currency,
  }
}
