import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { invalidField, Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { deleteFilesAfterCommit, type FileStorage } from '../platform/files/file-storage.ts'
import { photoKey, type ResizedPhoto } from '../platform/files/images.ts'
import { type PhotoView, photoSizes, toPhotoView } from '../platform/files/photo-urls.ts'
import { newId } from '../platform/ids.ts'
import { idReference } from '../platform/text-schemas.ts'
import { logAndNotify, productSubject } from './log-and-notify.ts'
import { photos, products } from './tables.ts'
import { maxProductPhotos } from './vocabulary.ts'

/** The ids of all photos of the product, in their new order. */
export const PhotoOrder = z.strictObject({ photos: z.array(idReference).max(maxProductPhotos) })

/**
 * Adds a photo as the last one. Its files must be stored before this is called.
 * @throws Refusal not_found or too_many_photos
 */
export async function addProductPhoto(
  db: Tx,
  actor: Actor,
  files: FileStorage,
  product: string,
  pictures: ResizedPhoto,
) {
  const of = await hold(db, actor, product)
  const present = (await photosOf(db, actor.account, [product])).get(product) ?? []
  if (present.length >= maxProductPhotos) throw new Refusal('too_many_photos', { maximum: maxProductPhotos })
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
  await logAndNotify(db, actor, { act: 'inventory.photo_added', subject: productSubject(of) })
  for (const size of photoSizes)
    await files.put(photoKey(actor.account, id, size), pictures[size], 'image/webp')
}

/**
 * Removes a photo. Its files are deleted after the commit.
 * @throws Refusal not_found
 */
export async function removeProductPhoto(db: Tx, actor: Actor, product: string, photo: string) {
  const of = await hold(db, actor, product)
  const [gone] = await db
    .delete(photos)
    .where(and(ofProduct(actor, product), eq(photos.id, photo)))
    .returning({ id: photos.id })
  if (!gone) throw new Refusal('not_found')
  await deleteFilesAfterCommit(db, { keys: photoSizes.map((size) => photoKey(actor.account, photo, size)) })
  await logAndNotify(db, actor, { act: 'inventory.photo_removed', subject: productSubject(of) })
}

/**
 * Puts the photos in a new order.
 * @throws Refusal not_found, or invalid unless each photo of the product is listed once
 */
export async function arrangeProductPhotos(db: Tx, actor: Actor, product: string, order: string[]) {
  const of = await hold(db, actor, product)
  const present = (await photosOf(db, actor.account, [product])).get(product) ?? []
  const ids = present.map(({ id }) => id)
  if (
    order.length !== ids.length ||
    new Set(order).size !== ids.length ||
    !order.every((id) => ids.includes(id))
  )
    throw invalidField('photos', 'all_photos')
  for (const [position, id] of order.entries())
    await db
      .update(photos)
      .set({ position })
      .where(and(ofProduct(actor, product), eq(photos.id, id)))
  await logAndNotify(db, actor, { act: 'inventory.photos_arranged', subject: productSubject(of) })
}

/** The photos of the given products: a map by product id, each list in its order. */
export async function photosOf(db: Tx, account: string, of: string[]): Promise<Map<string, PhotoView[]>> {
  if (of.length === 0) return new Map()
  const found = await db
    .select()
    .from(photos)
    .where(and(eq(photos.accountId, account), inArray(photos.productId, of)))
    .orderBy(asc(photos.productId), asc(photos.position))
  const byProduct = Map.groupBy(found, ({ productId }) => productId)
  return new Map(
    [...byProduct].map(([product, all]) => [product, all.map((photo) => toPhotoView(account, photo))]),
  )
}

/** Queues the deletion of all photo files of an erased account. */
export const deleteProductPhotoFiles = (tx: Tx, account: string) =>
  deleteFilesAfterCommit(tx, { folder: `photos/${account}` })

/**
 * Locks a product's photos, so that changes to them happen one after the other.
 * @throws Refusal not_found
 */
async function hold(db: Tx, { account }: Actor, product: string) {
  const [found] = await db
    .select({ id: products.id, title: products.title })
    .from(products)
    .where(byKey(products, account, product))
    .for('no key update')
  if (!found) throw new Refusal('not_found')
  return found
}

const ofProduct = ({ account }: Actor, product: string) =>
  and(eq(photos.accountId, account), eq(photos.productId, product))
