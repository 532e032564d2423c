import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { invalidField, Refusal } from '../errors/refusal.ts'
import { productFields } from '../inventory/product.ts'
import { photosOf } from '../inventory/product-photos.ts'
import { productsForShows } from '../inventory/reserve-stock.ts'
import type { Tx } from '../platform/database/database.ts'
import { PhotoView } from '../platform/files/photo-urls.ts'
import { idReference } from '../platform/text-schemas.ts'
import { findShowRow } from './account-shows.ts'
import { lockShow } from './schedule-show.ts'
import { publishShowChange } from './show-events.ts'
import { lineup } from './tables.ts'
import { maxLineupProducts } from './vocabulary.ts'

/** All products of the show, in order. */
export const LineupChange = z.strictObject({
  products: z
    .array(z.strictObject({ product: idReference, price: productFields.price.nullish() }))
    .max(maxLineupProducts)
    .refine((all) => new Set(all.map(({ product }) => product)).size === all.length, {
      params: { code: 'twice' },
    }),
})

export const LineupItem = z
  .object({
    product: z.string(),
    title: z.string(),
    sku: z.string(),
    condition: productFields.condition,
    sale: productFields.sale,
    price: z.int().describe('The price in this show. For an auction: the starting bid.'),
    usualPrice: z.int().describe("The product's own price."),
    quantity: z.int(),
    photo: PhotoView.nullable(),
  })
  .meta({ id: 'LineupItem' })

/** @throws Refusal not_found */
export async function listLineup(db: Tx, actor: Actor, id: string) {
  await findShowRow(db, actor.account, id)
  const found = await db
    .select()
    .from(lineup)
    .where(and(eq(lineup.accountId, actor.account), eq(lineup.showId, id)))
    .orderBy(asc(lineup.position))
  const ids = found.map(({ productId }) => productId)
  const products = new Map(
    (await productsForShows(db, actor.account, ids)).map((product) => [product.id, product]),
  )
  const photos = await photosOf(db, actor.account, ids)
  const items = found.flatMap(({ productId, price }) => {
    const product = products.get(productId)
    return product
      ? [
          {
            ...product,
            product: productId,
            price: price ?? product.price,
            usualPrice: product.price,
            quantity: product.quantity,
            photo: photos.get(productId)?.[0] ?? null,
          },
        ]
      : []
  })
  return { items, next: null }
}

/**
 * Replaces the show's lineup.
 * @throws Refusal not_found, show_over, or invalid for a product that the account does not have
 */
export async function arrangeLineup(
  db: Tx,
  actor: Actor,
  id: string,
  { products }: z.output<typeof LineupChange>,
) {
  const show = await lockShow(db, actor, id)
  if (show.status === 'ended' || show.status === 'cancelled') throw new Refusal('show_over')
  const ids = products.map(({ product }) => product)
  if ((await productsForShows(db, actor.account, ids)).length < ids.length)
    throw invalidField('products', 'unknown')
  const lineupOfShow = and(eq(lineup.accountId, actor.account), eq(lineup.showId, id))
  await db.delete(lineup).where(lineupOfShow)
  if (products.length > 0)
    await db.insert(lineup).values(
      products.map(({ product, price }, position) => ({
        accountId: actor.account,
        showId: id,
        productId: product,
        position,
        price: price ?? null,
      })),
    )
  await recordAct(db, actor, {
    act: 'shows.products_arranged',
    subject: { id, name: show.title },
    details: { products: products.length },
  })
  await publishShowChange(db, { account: actor.account, show: id })
  return listLineup(db, actor, id)
}

/**
 * How and at what price the show sells a product.
 * @throws Refusal not_found if it is not in the lineup
 */
export async function findLineupOffer(db: Tx, account: string, show: string, product: string) {
  const [found] = await db
    .select({ price: lineup.price })
    .from(lineup)
    .where(and(eq(lineup.accountId, account), eq(lineup.showId, show), eq(lineup.productId, product)))
  if (!found) throw new Refusal('not_found')
  return found
}
