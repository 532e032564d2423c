import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { invalid, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { type Files, forget } from '../ground/files.ts'
import { newId } from '../ground/ids.ts'
import { reference } from '../ground/text.ts'
import { note, subjectOf } from './notes.ts'
import { photoAddress, photoSizes } from './photo-address.ts'
import { keyOf, type Pictures } from './photo-files.ts'
import { photos, products } from './tables.ts'

export const mostPhotos = 10

export const PhotoView = z
  .object({
    id: z.string(),
    /** Of the large one, in pixels. */
    width: z.int(),
    height: z.int(),
    /** Where it is: at most 1600 pixels a side; and at most 400. */
    url: z.string(),
    thumb: z.string(),
  })
  .meta({ id: 'Photo' })
export type PhotoView = z.output<typeof PhotoView>

/** All of a product's photos in their new order. */
export const PhotoOrder = z.strictObject({ photos: z.array(reference).max(mostPhotos) })

/** Adds it as the last one. Its files are there before it is. @throws Refusal not_found or too_many_photos */
export async function add(db: Tx, actor: Actor, files: Files, product: string, pictures: Pictures) {
  const of = await hold(db, actor, product)
  const present = (await photosOf(db, actor.account, [product])).get(product) ?? []
  if (present.length >= mostPhotos) throw new Refusal('too_many_photos', { maximum: mostPhotos })
  const id = newId('photo')
  const { width, height } = pictures
  await db.insert(photos).values({
    accountId: actor.account,
    id,
    productId: product,
    position: sql`(select coalesce(max(position) + 1, 0) from photos
      where account_id = ${actor.account} and product_id = ${product})`,
    width,
    height,
  })
  await note(db, actor, { act: 'inventory.photo_added', subject: subjectOf(of) })
  for (const size of photoSizes) await files.put(keyOf(actor.account, id, size), pictures[size], 'image/webp')
}

/** @throws Refusal not_found */
export async function remove(db: Tx, actor: Actor, product: string, photo: string) {
  const of = await hold(db, actor, product)
  const [gone] = await db
    .delete(photos)
    .where(and(ofProduct(actor, product), eq(photos.id, photo)))
    .returning({ id: photos.id })
  if (!gone) throw new Refusal('not_found')
  await forget(db, { keys: photoSizes.map((size) => keyOf(actor.account, photo, size)) })
  await note(db, actor, { act: 'inventory.photo_removed', subject: subjectOf(of) })
}

/** @throws Refusal invalid unless each of the product's photos is named once */
export async function arrange(db: Tx, actor: Actor, product: string, order: string[]) {
  const of = await hold(db, actor, product)
  const present = (await photosOf(db, actor.account, [product])).get(product) ?? []
  const ids = present.map(({ id }) => id)
  if (
    order.length !== ids.length ||
    new Set(order).size !== ids.length ||
    !order.every((id) => ids.includes(id))
  )
    throw invalid('photos', 'all_photos')
  for (const [position, id] of order.entries())
    await db
      .update(photos)
      .set({ position })
      .where(and(ofProduct(actor, product), eq(photos.id, id)))
  await note(db, actor, { act: 'inventory.photos_arranged', subject: subjectOf(of) })
}

/** The photos of products, by product, each in its order. */
export async function photosOf(db: Tx, account: string, of: string[]): Promise<Map<string, PhotoView[]>> {
  if (of.length === 0) return new Map()
  const found = await db
    .select()
    .from(photos)
    .where(and(eq(photos.accountId, account), inArray(photos.productId, of)))
    .orderBy(asc(photos.productId), asc(photos.position))
  const byProduct = Map.groupBy(found, ({ productId }) => productId)
  return new Map(
    [...byProduct].map(([product, all]) => [product, all.map((photo) => photoView(account, photo))]),
  )
}

/** What is left of an account's photos once it is erased: their files. */
export const forgetPhotos = (tx: Tx, account: string) => forget(tx, { folder: `photos/${account}` })

export const photoView = (
  account: string,
  { id, width, height }: { id: string; width: number; height: number },
): PhotoView => ({
  id,
  width,
  height,
  url: photoAddress(account, id, 'large'),
  thumb: photoAddress(account, id, 'small'),
})

/** Whoever changes a product's photos waits for whoever does. @throws Refusal not_found */
async function hold(db: Tx, { account }: Actor, product: string) {
  const [found] = await db
    .select({ id: products.id, title: products.title })
    .from(products)
    .where(and(eq(products.accountId, account), eq(products.id, product)))
    .for('no key update')
  if (!found) throw new Refusal('not_found')
  return found
}

const ofProduct = ({ account }: Actor, product: string) =>
  and(eq(photos.accountId, account), eq(photos.productId, product))
