import { sql } from 'drizzle-orm'
import { asService, type Database, rows } from '../src/ground/db.ts'
import { within } from '../src/ground/scope.ts'
import { balance, book, release } from '../src/ledger/ledger.ts'

/** A world in which what a thing costs is what is paid for it, and a tenth of it is the platform's. */
export const plainPrices = { SHIPPING_BANDS: '30000:0', FEE_PERCENT: '10' }

/** An account of a bank that takes payouts, and one of a bank that refuses them. */
export const iban = { kind: 'iban', holder: 'Olga Ours', iban: 'DE89 3704 0044 0532 0130 00' }
export const closedIban = { ...iban, iban: 'DE62370400440532013001' }

/** Its parcel arrives: the order is over, and its money available. */
export const arrives = (database: Database, seller: string, order: string) =>
  within(database, { as: 'system', account: seller }, async (tx) => {
    await tx.execute(
      sql`update orders set status = 'completed', closed_at = now() where account_id = ${seller} and id = ${order}`,
    )
    await release(tx, seller, order, 'EUR')
  })

let booked = 0
const common = (account: string) =>
  ({ account, kind: 'adjustment', currency: 'EUR', cause: `by_hand_${++booked}` }) as const

/** Something to pay out. */
export const earn = (database: Database, account: string, amount: number) =>
  asService(database, (tx) => book(tx, { ...common(account), from: 'processor', to: 'available', amount }))

/** All that is open of an account's trade and money is over: nothing stands in the way of its deletion. */
export const windUp = (database: Database, account: string) =>
  asService(database, async (tx) => {
    await tx.execute(
      sql`delete from auctions where ${account} in (account_id, leader_id) and state = 'running'`,
    )
    await tx.execute(sql`update broadcasts set ended_at = now() where account_id = ${account}`)
    await tx.execute(
      sql`update shows set state = 'ended' where account_id = ${account} and state in ('live', 'stopped')`,
    )
    await tx.execute(
      sql`update refunds set state = 'succeeded' where account_id = ${account} and state = 'pending'`,
    )
    await tx.execute(sql`update orders set status = 'completed', closed_at = now()
      where ${account} in (account_id, buyer_id) and status in ('pending', 'pending_fulfillment')`)
    const held = await balance(tx, account)
    for (const own of ['pending', 'available'] as const) {
      const amount = Math.abs(held[own])
      const [from, to] = held[own] > 0 ? ([own, 'bank'] as const) : (['bank', own] as const)
      await book(tx, { ...common(account), from, to, amount })
    }
  })

/** What each book holds, of an account or of all of them: together they are always nothing. */
export async function allBooks(database: Database, account?: string): Promise<Record<string, number>> {
  const of = account ? sql`account_id = ${account}` : sql`true`
  const found = await asService(database, (tx) =>
    rows<{ book: string; held: number }>(
      tx,
      sql`select book, sum(amount)::float8 as held from (
          select to_book as book, amount from transfers where ${of}
          union all select from_book, -amount from transfers where ${of}) moved group by book`,
    ),
  )
  return Object.fromEntries(found.map(({ book, held }) => [book, held]))
}
