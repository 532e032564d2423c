import { and, eq, type SQL, sql } from 'drizzle-orm'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { transfers } from './tables.ts'
import type { books, transferKinds } from './vocabulary.ts'

export type Book = (typeof books)[number]
export type TransferKind = (typeof transferKinds)[number]

export type Transfer = {
  account: string
  kind: TransferKind
  from: Book
  to: Book
  /** In minor units; a transfer of 0 is not booked. */
  amount: number
  currency: string
  order?: string
  /** The id of what caused the transfer, such as a refund. The database refuses to book the same cause twice. */
  cause: string
}

/** Moves money from one book of an account to another. Publishes the change, so that open reports refetch. */
export async function bookTransfer(
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
  await publish(tx, { kind: 'changed', account, what: 'reports', permission: 'reports.view' })
}

/** A book's balance: everything moved into it minus everything moved out. */
const bookBalance = (name: Book, which: SQL) => sql<number>`(
  (select coalesce(sum(amount), 0) from ${transfers} where ${which} and to_book = ${name})
  - (select coalesce(sum(amount), 0) from ${transfers} where ${which} and from_book = ${name}))::float8`

/**
 * What an account has earned and not yet been paid out, in minor units. It is summed from the ledger and stored
 * nowhere.
 */
export type LedgerBalance = { pending: number; available: number }

export async function readBalance(tx: Tx, account: string): Promise<LedgerBalance> {
  const all = sql`account_id = ${account}`
  return only(
    await queryRows<LedgerBalance>(
      tx,
      sql`select ${bookBalance('pending', all)} as pending, ${bookBalance('available', all)} as available`,
    ),
  )
}

/** Each book's balance for one order. */
export type OrderBooks = LedgerBalance & { platform: number; processor: number }

export async function readOrderBooks(tx: Tx, account: string, order: string): Promise<OrderBooks> {
  const ofOrder = sql`account_id = ${account} and order_id = ${order}`
  return only(
    await queryRows<OrderBooks>(
      tx,
      sql`select ${bookBalance('pending', ofOrder)} as pending, ${bookBalance('available', ofOrder)} as available,
        ${bookBalance('platform', ofOrder)} as platform, ${bookBalance('processor', ofOrder)} as processor`,
    ),
  )
}

/**
 * Makes an order's pending earnings available, because the order was delivered. A negative pending amount is deducted
 * from the available balance.
 */
export async function releaseEarnings(
  tx: Tx,
  account: string,
  order: string,
  currency: string,
): Promise<void> {
  const { pending } = await readOrderBooks(tx, account, order)
  const [from, to] = pending > 0 ? (['pending', 'available'] as const) : (['available', 'pending'] as const)
  const amount = Math.abs(pending)
  await bookTransfer(tx, { account, kind: 'release', from, to, amount, currency, order, cause: order })
}

/** Whether an order's earnings have already been moved to the available balance. */
export async function areEarningsReleased(tx: Tx, account: string, order: string): Promise<boolean> {
  const rows = await tx
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.accountId, account), eq(transfers.causeId, order), eq(transfers.kind, 'release')))
    .limit(1)
  return rows.length > 0
}

const only = <T>([row]: T[]): T => row as T

/** The platform's fee for an order, as booked at the sale. */
export async function readOrderFee(tx: Tx, account: string, order: string): Promise<number> {
  const [row] = await tx
    .select({ amount: transfers.amount })
    .from(transfers)
    .where(and(eq(transfers.accountId, account), eq(transfers.causeId, order), eq(transfers.kind, 'fee')))
  return row?.amount ?? 0
}

/**
 * Books back, as adjustments, everything that `cause` booked. The seller's amounts change that part of the balance
 * which contains the order's earnings now.
 */
export async function reverseTransfers(
  tx: Tx,
  account: string,
  { cause, order }: { cause: string; order: string },
): Promise<void> {
  const sellerBook = (await areEarningsReleased(tx, account, order)) ? 'available' : 'pending'
  const currentBook = (name: Book): Book => (name === 'pending' || name === 'available' ? sellerBook : name)
  const caused = await tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.accountId, account), eq(transfers.causeId, cause)))
  for (const { fromBook, toBook, amount, currency } of caused)
    await bookTransfer(tx, {
      account,
      kind: 'adjustment',
      from: currentBook(toBook),
      to: currentBook(fromBook),
      amount,
      currency,
      order,
      cause,
    })
}
