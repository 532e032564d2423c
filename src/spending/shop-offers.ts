import { sql } from 'drizzle-orm'
import { Refusal } from '../errors/refusal.ts'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { findShopById, type PublishedShop } from '../shops/shop.ts'

/** @throws Refusal not_found if there is no such shop, or if it is closing */
export async function findPublishedShop(db: Tx, id: string): Promise<PublishedShop> {
  const found = await findShopById(db, id)
  if (!found) throw new Refusal('not_found')
  return found
}

export type ShopOffer = {
  seller: string
  product: string
  title: string
  price: number
  available: number
  photo: string | null
}

/** Reads the current offers of these products. A product that is no longer offered is left out. */
export const findShopOffers = (
  db: Tx,
  wanted: { seller: string; product: string }[],
): Promise<ShopOffer[]> =>
  wanted.length === 0
    ? Promise.resolve([])
    : queryRows<ShopOffer>(
        db,
        sql`select p.account_id as seller, p.id as product, p.title, p.price, p.available,
            (select f.id from shop_photos f where f.account_id = p.account_id and f.product_id = p.id
              order by f.position limit 1) as photo
          from shop_products p
          where (p.account_id, p.id) in ${wanted.map(({ seller, product }) => sql`(${seller}, ${product})`)}`,
      )
