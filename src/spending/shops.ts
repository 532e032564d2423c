import { sql } from 'drizzle-orm'
import { Refusal } from '../door/errors.ts'
import { rows, type Tx } from '../ground/db.ts'

/** Another account's shop, as it is published. */
export type Shop = { id: string; username: string; name: string; currency: string }

/** @throws Refusal not_found: no such shop, or it is closing */
export async function shopOf(db: Tx, id: string): Promise<Shop> {
  const [found] = await rows<Shop>(
    db,
    sql`select id, username, name, currency from shop_windows where id = ${id} and asked = username`,
  )
  if (!found) throw new Refusal('not_found')
  return found
}

export type Offered = {
  seller: string
  product: string
  title: string
  price: number
  available: number
  photo: string | null
}

/** What the shops show of these products now; one that is not shown any more is missing. */
export const offered = (db: Tx, wanted: { seller: string; product: string }[]): Promise<Offered[]> =>
  wanted.length === 0
    ? Promise.resolve([])
    : rows<Offered>(
        db,
        sql`select p.account_id as seller, p.id as product, p.title, p.price, p.available,
            (select f.id from shop_photos f where f.account_id = p.account_id and f.product_id = p.id
              order by f.position limit 1) as photo
          from shop_products p
          where (p.account_id, p.id) in ${wanted.map(({ seller, product }) => sql`(${seller}, ${product})`)}`,
      )
