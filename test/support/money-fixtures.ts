import { sql } from 'drizzle-orm'
import { bookTransfer, readBalance, releaseEarnings } from '../../src/ledger/ledger.ts'
import { type Database, queryRows, serviceTransaction } from '../../src/platform/database/database.ts'
import { inScope } from '../../src/platform/database/scope.ts'

/** A world without shipping costs, where the platform's fee is ten percent. */
export const simplePricingEnvironment = { SHIPPING_BANDS: '30000:0', FEE_PERCENT: '10' }

/** Bank accounts that accept and that refuse payouts. */
export const acceptedIban = { kind: 'iban', holder: 'Olga Ours', iban: 'DE89 3704 0044 0532 0130 00' }
export const refusedIban = { ...acceptedIban, iban: 'DE62370400440532013001' }

/** Delivers an order's shipment, so that the order is completed and its money available. */
export const completeOrder = (database: Database, seller: string, order: string) =>
  inScope(database, { as: 'system', account: seller }, async (tx) => {
    await tx.execute(
      sql`update orders set status = 'completed', closed_at = now() where account_id = ${seller} and id = ${order}`,
    )
    await releaseEarnings(tx, seller, order, 'EUR')
  })

let booked = 0
const common = (account: string) =>
  ({ account, kind: 'adjustment', currency: 'EUR', cause: `by_hand_${++booked}` }) as const

/** Adds an amount to the available balance. */
export const bookEarnings = (database: Database, account: string, amount: number) =>
  serviceTransaction(database, (tx) =>
    bookTransfer(tx, { ...common(account), from: 'processor', to: 'available', amount }),
  )

/** Completes all open orders and pays out all money of an account, so that nothing prevents its deletion. */
export const settleOpenTrade = (database: Database, account: string) =>
  serviceTransaction(database, async (tx) => {
    await tx.execute(
      sql`delete from auctions where ${account} in (account_id, leader_id) and status = 'running'`,
    )
    await tx.execute(sql`update broadcasts set ended_at = now() where account_id = ${account}`)
    await tx.execute(
      sql`update shows set status = 'ended' where account_id = ${account} and status in ('live', 'stopped')`,
    )
    await tx.execute(
      sql`update refunds set status = 'succeeded' where account_id = ${account} and status = 'pending'`,
    )
    await tx.execute(sql`update orders set status = 'completed', closed_at = now()
      where ${account} in (account_id, buyer_id) and status in ('pending', 'pending_fulfillment')`)
    const held = await readBalance(tx, account)
    for (const own of ['pending', 'available'] as const) {
      const amount = Math.abs(held[own])
      const [from, to] = held[own] > 0 ? ([own, 'bank'] as const) : (['bank', own] as const)
      await bookTransfer(tx, { ...common(account), from, to, amount })
    }
  })

/** The balance of each book, for one account or for all of them. Together they are always zero. */
export async function readLedgerBooks(database: Database, account?: string): Promise<Record<string, number>> {
  const of = account ? sql`account_id = ${account}` : sql`true`
  const found = await serviceTransaction(database, (tx) =>
    queryRows<{ book: string; held: number }>(
      tx,
      sql`select book, sum(amount)::float8 as held from (
          select to_book as book, amount from transfers where ${of}
          union all select from_book, -amount from transfers where ${of}) moved group by book`,
    ),
  )
  return Object.fromEntries(found.map(({ book, held }) => [book, held]))
}
