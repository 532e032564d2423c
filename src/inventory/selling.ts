import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../door/errors.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { movements, photos, products } from './tables.ts'

const firstPhoto = sql<string | null>`(
  select f.id from ${photos} f where f.account_id = ${products}.account_id and f.product_id = ${products}.id
  order by f.position limit 1)`

/** What is on sale of a shop at a price. Runs as the seller's account. */
export const onSale = (tx: Tx, seller: string, ids: string[]) =>
  tx
    .select({
      id: products.id,
      title: products.title,
      sku: products.sku,
      price: products.price,
      weightGrams: products.weightGrams,
      stock: products.stock,
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

/** Products that a show can have: everything but drafts and what is archived, also what is for auction. */
export const showable = (tx: Tx, seller: string, ids: string[]) =>
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
          stock: products.stock,
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
 * Takes from stock what is sold. Whoever sells several does so in the order of their ids, so that no two wait for
 * each other.
 * @throws Refusal sold_out
 */
export async function sell(
  tx: Tx,
  seller: string,
  { id, title, quantity }: { id: string; title: string; quantity: number },
  sale: { order: string; buyer: string },
): Promise<void> {
  try {
    await move(tx, seller, id, -quantity, 'sold', sale)
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== 'SD003') throw error
    throw new Refusal('sold_out', { title, product: id })
  }
}

/** Takes from stock what is being auctioned, or given away. @throws Refusal sold_out */
export const reserve = (
  tx: Tx,
  seller: string,
  product: { id: string; title: string },
  sale: { order: string; buyer: string },
): Promise<void> => sell(tx, seller, { ...product, quantity: 1 }, sale)

/** What is reserved already, as it is sold. Also if it was archived meanwhile. */
export async function reserved(tx: Tx, seller: string, id: string) {
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
    .where(and(eq(products.accountId, seller), eq(products.id, id)))
  if (!found) throw new Refusal('not_found')
  return found
}

/** Puts back what was not sold after all. */
export const unsell = (
  tx: Tx,
  seller: string,
  { id, quantity }: { id: string; quantity: number },
  sale: { order: string; buyer: string },
): Promise<void> => move(tx, seller, id, quantity, 'cancelled', sale)

async function move(
  tx: Tx,
  seller: string,
  product: string,
  quantity: number,
  reason: 'sold' | 'cancelled',
  { order, buyer }: { order: string; buyer: string },
) {
  await tx.insert(movements).values({
    accountId: seller,
    id: newId('movement'),
    productId: product,
    quantity,
    reason,
    note: order,
    personName: buyer,
  })
}
