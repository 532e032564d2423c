import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { pageSize } from '../ground/page.ts'
import { Entry, type StatementQuery, statement } from '../ledger/statement.ts'
import { codeOf } from '../orders/placing.ts'

export const LedgerRow = Entry.extend({
  /** What people call the order. */
  code: z.string().nullable(),
}).meta({ id: 'LedgerRow' })

export async function ledger(db: Tx, actor: Actor, query: z.output<typeof StatementQuery>, size = pageSize) {
  const { items, next } = await statement(db, actor, query, size)
  return { items: items.map((entry) => ({ ...entry, code: entry.order && codeOf(entry.order) })), next }
}
