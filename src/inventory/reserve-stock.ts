import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { newId } from '../platform/ids.ts'
import { photos, products, stockMovements } from './tables.ts'

const firstPhoto = sql<string | null>`(
  select f.id from ${photos} f where f.account_id = ${products}.account_id and f.product_id = ${products}.id
  order by f.position limit 1)`

/** Reads those of the given products that the shop sells at a fixed price. Must run in the seller's scope. */
export const productsOnSale = (tx: Tx, seller: string, ids: string[]) =>
  tx
    .select({
      id: products.id,
      title: products.title,
      sku: products.sku,
      price: products.price,
      weightGrams: products.weightGrams,
      quantity: products.quantity,
      photoId: firstPhoto,
    })
    .from(products)
    .where(
      and(
        eq(products.accountId, seller),
        inArray(products.id, ids),
        isNull(products.archivedAt),
        eq(products.draft, false),
        eq(products.sale, 'fixed'),
      ),
    )

/**
 * Reads those of the given products that a show can present, including products that are sold by auction. Drafts and
 * archived products are left out.
 */
export const productsForShows = (tx: Tx, seller: string, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select({
          id: products.id,
          title: products.title,
          sku: products.sku,
          condition: products.condition,
          sale: products.sale,
          price: products.price,
          weightGrams: products.weightGrams,
          quantity: products.quantity,
        })
        .from(products)
        .where(
          and(
            eq(products.accountId, seller),
            inArray(products.id, ids),
            isNull(products.archivedAt),
            eq(products.draft, false),
          ),
        )

/**
 * Takes a sold product from stock. A sale of several products calls this in the order of their ids, so that no two
 * sales wait for each other.
 * @throws Refusal sold_out
 */
export async function takeFromStock(
  tx: Tx,
  seller: string,
  { id, title, quantity }: { id: string; title: string; quantity: number },
  sale: { order: string; buyer: string },
): Promise<void> {
  try {
    await addSaleMovement(tx, seller, id, -quantity, 'sold', sale)
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== 'SD003') throw error
    throw new Refusal('sold_out', { name: title, product: id })
  }
}

/**
 * Takes one item from stock for an auction or a giveaway.
 * @throws Refusal sold_out
 */
export const reserveOne = (
  tx: Tx,
  seller: string,
  product: { id: string; title: string },
  sale: { order: string; buyer: string },
): Promise<void> => takeFromStock(tx, seller, { ...product, quantity: 1 }, sale)

/** Reads a product that was reserved, with the fields that a sale needs, even if it has been archived since then. */
export async function findReservedProduct(tx: Tx, seller: string, id: string) {
  const [found] = await tx
    .select({
      id: products.id,
      title: products.title,
      sku: products.sku,
      price: products.price,
      weightGrams: products.weightGrams,
      photoId: firstPhoto,
    })
    .from(products)
    .where(byKey(products, seller, id))
  if (!found) throw new Refusal('not_found')
  return found
}

/** Returns to stock what was reserved and then not sold. */
export const returnToStock = (
  tx: Tx,
  seller: string,
  { id, quantity }: { id: string; quantity: number },
  sale: { order: string; buyer: string },
): Promise<void> => addSaleMovement(tx, seller, id, quantity, 'cancelled', sale)

async function addSaleMovement(
  tx: Tx,
  seller: string,
  product: string,
  quantity: number,
  reason: 'sold' | 'cancelled',
  { order, buyer }: { order: string; buyer: string },
) {
  await tx.insert(stockMovements).values({
    accountId: seller,
    id: newId('movement'),
    productId: product,
    quantity,
    reason,
    note: order,
    personName: buyer,
  })
}
