import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { invalid, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { reference } from '../ground/text.ts'
import { PhotoView, photosOf } from '../inventory/photos.ts'
import { fields } from '../inventory/product.ts'
import { showable } from '../inventory/selling.ts'
import { rowOf } from './listing.ts'
import { hold } from './schedule.ts'
import { lineup } from './tables.ts'
import { tellChange } from './telling.ts'

/** Products of one show at most. */
const mostProducts = 500

/** All that a show sells, in its order. */
export const LineupChange = z.strictObject({
  products: z
    .array(z.strictObject({ product: reference, price: fields.price.nullish() }))
    .max(mostProducts)
    .refine((all) => new Set(all.map(({ product }) => product)).size === all.length, {
      params: { code: 'twice' },
    }),
})

export const LineupItem = z
  .object({
    product: z.string(),
    title: z.string(),
    sku: z.string(),
    condition: fields.condition,
    sale: fields.sale,
    /** In this show; of an auction, its starting bid. */
    price: z.int(),
    /** The product's own. */
    usualPrice: z.int(),
    quantity: z.int(),
    photo: PhotoView.nullable(),
  })
  .meta({ id: 'LineupItem' })

/** @throws Refusal not_found */
export async function list(db: Tx, actor: Actor, id: string) {
  await rowOf(db, actor.account, id)
  const found = await db
    .select()
    .from(lineup)
    .where(and(eq(lineup.accountId, actor.account), eq(lineup.showId, id)))
    .orderBy(asc(lineup.position))
  const ids = found.map(({ productId }) => productId)
  const products = new Map((await showable(db, actor.account, ids)).map((product) => [product.id, product]))
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
            quantity: product.stock,
            photo: photos.get(productId)?.[0] ?? null,
          },
        ]
      : []
  })
  return { items, next: null }
}

/** @throws Refusal not_found, show_over, or invalid for a product that the account does not have */
export async function arrange(db: Tx, actor: Actor, id: string, { products }: z.output<typeof LineupChange>) {
  const show = await hold(db, actor, id)
  if (show.state === 'ended' || show.state === 'cancelled') throw new Refusal('show_over')
  const ids = products.map(({ product }) => product)
  if ((await showable(db, actor.account, ids)).length < ids.length) throw invalid('products', 'unknown')
  const ofShow = and(eq(lineup.accountId, actor.account), eq(lineup.showId, id))
  await db.delete(lineup).where(ofShow)
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
  await record(db, actor, {
    act: 'shows.products_arranged',
    subject: { id, name: show.title },
    details: { products: products.length },
  })
  await tellChange(db, { account: actor.account, show: id })
  return list(db, actor, id)
}

/** What of a product holds in the show. @throws Refusal not_found unless it is one of the show's */
export async function offered(db: Tx, account: string, show: string, product: string) {
  const [found] = await db
    .select({ price: lineup.price })
    .from(lineup)
    .where(and(eq(lineup.accountId, account), eq(lineup.showId, show), eq(lineup.productId, product)))
  if (!found) throw new Refusal('not_found')
  return found
}
