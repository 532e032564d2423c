import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { listStatement, StatementEntry, type StatementQuery } from '../ledger/statement.ts'
import { orderCode } from '../orders/sale/order-code.ts'
import type { Tx } from '../platform/database/database.ts'
import { pageSize } from '../platform/database/keyset-page.ts'

export const LedgerRow = StatementEntry.extend({
  code: z.string().nullable().describe('The short name by which people call the order; null for payouts.'),
}).meta({ id: 'LedgerRow' })

export async function listLedger(
  db: Tx,
  actor: Actor,
  query: z.output<typeof StatementQuery>,
  size = pageSize,
) {
  const { items, next } = await listStatement(db, actor, query, size)
  return { items: items.map((entry) => ({ ...entry, code: entry.order && orderCode(entry.order) })), next }
}
