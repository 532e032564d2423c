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
    kind: z
      .enum(transferKinds)
      .describe(
        '`sale`: a paid order. `fee`: the platform’s fee. `label`: a shipping label. `refund`: money back to the buyer. `adjustment`: another transfer is undone. `release`: pending earnings become available. `payout`: money to the bank.',
      ),
    order: z
      .string()
      .nullable()
      .describe('The id of the order that the transfer concerns; null for payouts.'),
    pending: z
      .int()
      .describe(
        'By how much the pending balance changed, in minor units. The changes of all entries add up to the balance.',
      ),
    available: z.int().describe('By how much the available balance changed, in minor units.'),
    currency: z.string(),
  })
  .meta({ id: 'LedgerEntry' })

/** Lists every transfer of the account, the latest first. */
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
        last ? isEarlierThan(account, last) : undefined,
      ),
    )
    .orderBy(desc(transfers.createdAt), desc(transfers.id))
    .limit(size + 1)
  const { items, next } = toPage(rows, ({ id }) => [id], size)
  return { items: items.map(toEntryView), next }
}

const isEarlierThan = (account: string, id: string): SQL =>
  sql`(${transfers.createdAt}, ${transfers.id}) < (
    (select t.created_at from ${transfers} t where t.account_id = ${account} and t.id = ${id}), ${id})`

function toEntryView({ id, createdAt, kind, orderId, ...moved }: typeof transfers.$inferSelect) {
  const { fromBook, toBook, amount, currency } = moved
  const changeOf = (book: string) => (toBook === book ? amount : 0) - (fromBook === book ? amount : 0)
  return {
    id,
    at: createdAt,
    kind,
    order: orderId,
    pending: changeOf('pending'),
    available: changeOf('available'),
    currency,
  }
}
