import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageSize, readCursor, toPage } from '../platform/database/keyset-page.ts'
import { periodFields, withinPeriod } from '../platform/format/period.ts'
import { transfers } from './tables.ts'
import { transferKinds } from './vocabulary.ts'

export const StatementFilter = z.strictObject({ ...periodFields, kind: z.enum(transferKinds).optional() })
export const StatementQuery = StatementFilter.extend({ after: cursorParam })

export const StatementEntry = z
  .object({
    id: z.string(),
    at: z.date(),
    kind: z.enum(transferKinds),
    order: z.string().nullable().describe('The order that it concerns; null for payouts.'),
    pending: z
      .int()
      .describe(
        'The change of the two parts of the balance, in minor units: all entries together add up to the balance.',
      ),
    available: z.int(),
    currency: z.string(),
  })
  .meta({ id: 'LedgerEntry' })

/** Every transfer of the account, latest first. */
export async function listStatement(
  db: Tx,
  { account }: { account: string },
  { kind, after: cursor, ...days }: z.output<typeof StatementQuery>,
  size = pageSize,
) {
  const [last] = readCursor(cursor, 1) ?? []
  const rows = await db
    .select()
    .from(transfers)
    .where(
      and(
        eq(transfers.accountId, account),
        withinPeriod(transfers.createdAt, days),
        kind ? eq(transfers.kind, kind) : undefined,
        last ? earlier(account, last) : undefined,
      ),
    )
    .orderBy(desc(transfers.createdAt), desc(transfers.id))
    .limit(size + 1)
  const { items, next } = toPage(rows, ({ id }) => [id], size)
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
