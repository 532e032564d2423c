import { sql } from 'drizzle-orm'
import { readyToBuy } from '../cast/buyers.ts'
import type { Stage } from '../cast/load.ts'
import { type Database, rows, type Tx } from '../src/ground/db.ts'
import { within } from '../src/ground/scope.ts'
import { release } from '../src/ledger/ledger.ts'

/** A world in which what a thing costs is what is paid for it, and a tenth of it is the platform's. */
export const plainPrices = { SHIPPING_BANDS: '30000:0', FEE_PERCENT: '10' }

/** Fox & Fern can buy. */
export const ritaCanBuy = ({ as, fox }: Stage) => readyToBuy(as.rita, fox)

/** Fox & Fern buys something from Maison Ours. @returns the order's id */
export async function ritaBuys(
  { as, own, ours, fox }: Stage,
  price: number,
  title = 'Ceramic bear',
): Promise<string> {
  const product = await as.olga.post(`${ours}/products`, { title, price, quantity: 1 })
  const items = [{ product: product.body.id, quantity: 1 }]
  const bought = await as.rita.post(`${fox}/purchases`, { seller: own.olga, items })
  if (bought.status !== 201) throw new Error(`Rita cannot buy: ${JSON.stringify(bought.body)}`)
  return bought.body.id
}

/** Its parcel arrives: the order is over, and its money available. */
export const arrives = (database: Database, seller: string, order: string) =>
  within(database, { as: 'system', account: seller }, async (tx) => {
    await tx.execute(
      sql`update orders set status = 'completed', closed_at = now() where account_id = ${seller} and id = ${order}`,
    )
    await release(tx, seller, order, 'EUR')
  })

/** What all books of an account, or of all accounts, hold together: always nothing. */
export async function allBooks(tx: Tx, account?: string): Promise<number> {
  const [found] = await rows<{ sum: number }>(
    tx,
    sql`select coalesce(sum(held), 0)::float8 as sum from (
        select amount as held from transfers where ${account ?? null}::text is null or account_id = ${account ?? null}
        union all
        select -amount from transfers where ${account ?? null}::text is null or account_id = ${account ?? null}) all_books`,
  )
  return found?.sum ?? Number.NaN
}
