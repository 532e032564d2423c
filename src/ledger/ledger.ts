import { and, eq, type SQL, sql } from 'drizzle-orm'
import { tell } from '../ground/bus.ts'
import { rows, type Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { type books, type kinds, transfers } from './tables.ts'

export type Book = (typeof books)[number]
export type Kind = (typeof kinds)[number]

export type Transfer = {
  account: string
  kind: Kind
  from: Book
  to: Book
  /** In minor units; nothing is booked for 0. */
  amount: number
  currency: string
  order?: string
  /** What caused it. The database books each cause once: a second time is refused. */
  cause: string
}

/** Moves money from one book of an account to another; open reports are told, and nobody but those who may read them. */
export async function book(
  tx: Tx,
  { account, from, to, order, cause, ...transfer }: Transfer,
): Promise<void> {
  if (transfer.amount === 0) return
  await tx.insert(transfers).values({
    ...transfer,
    accountId: account,
    id: newId('transfer'),
    fromBook: from,
    toBook: to,
    orderId: order ?? null,
    causeId: cause,
  })
  await tell(tx, { kind: 'changed', account, what: 'reports', permission: 'reports.view' })
}

/** What a book holds: all that went in, less all that went out. */
const held = (name: Book, which: SQL) => sql<number>`(
  (select coalesce(sum(amount), 0) from ${transfers} where ${which} and to_book = ${name})
  - (select coalesce(sum(amount), 0) from ${transfers} where ${which} and from_book = ${name}))::float8`

/** What an account has sold and not been paid out yet, in minor units: sums of the ledger, stored nowhere. */
export type Balance = { pending: number; available: number }

export async function balance(tx: Tx, account: string): Promise<Balance> {
  const all = sql`account_id = ${account}`
  return only(
    await rows<Balance>(
      tx,
      sql`select ${held('pending', all)} as pending, ${held('available', all)} as available`,
    ),
  )
}

/** What each book holds of one order. */
export type OrderBooks = Balance & { platform: number; processor: number }

export async function booksOf(tx: Tx, account: string, order: string): Promise<OrderBooks> {
  const its = sql`account_id = ${account} and order_id = ${order}`
  return only(
    await rows<OrderBooks>(
      tx,
      sql`select ${held('pending', its)} as pending, ${held('available', its)} as available,
        ${held('platform', its)} as platform, ${held('processor', its)} as processor`,
    ),
  )
}

/** What is still pending of an order becomes available: it was delivered. What it owes is owed by what is available. */
export async function release(tx: Tx, account: string, order: string, currency: string): Promise<void> {
  const { pending } = await booksOf(tx, account, order)
  const [from, to] = pending > 0 ? (['pending', 'available'] as const) : (['available', 'pending'] as const)
  const amount = Math.abs(pending)
  await book(tx, { account, kind: 'release', from, to, amount, currency, order, cause: order })
}

/** Whether an order's money was made available already. */
export async function released(tx: Tx, account: string, order: string): Promise<boolean> {
  const found = await tx
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.accountId, account), eq(transfers.causeId, order), eq(transfers.kind, 'release')))
    .limit(1)
  return found.length > 0
}

const only = <T>([row]: T[]): T => row as T

/** The platform's share of an order as it was sold. */
export async function feeOf(tx: Tx, account: string, order: string): Promise<number> {
  const [found] = await tx
    .select({ amount: transfers.amount })
    .from(transfers)
    .where(and(eq(transfers.accountId, account), eq(transfers.causeId, order), eq(transfers.kind, 'fee')))
  return found?.amount ?? 0
}

/** Books back what something caused, as adjustments: into what the seller can have of the order by now. */
export async function reverse(
  tx: Tx,
  account: string,
  { cause, order }: { cause: string; order: string },
): Promise<void> {
  const own = (await released(tx, account, order)) ? 'available' : 'pending'
  const now = (name: Book): Book => (name === 'pending' || name === 'available' ? own : name)
  const caused = await tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.accountId, account), eq(transfers.causeId, cause)))
  for (const { fromBook, toBook, amount, currency } of caused)
    await book(tx, {
      account,
      kind: 'adjustment',
      from: now(toBook),
      to: now(fromBook),
      amount,
      currency,
      order,
      cause,
    })
}
