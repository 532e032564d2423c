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

export const PhotoOrder = z.strictObject({
  photos: z
    .array(idReference)
    .max(maxProductPhotos)
    .describe('The ids of all photos of the product, in their new order.'),
})

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
  const lockedProduct = await lockProduct(db, actor, product)
  const current = (await photosOf(db, actor.account, [product])).get(product) ?? []
  if (current.length >= maxProductPhotos) throw new Refusal('too_many_photos', { maximum: maxProductPhotos })
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
  await logAndNotify(db, actor, { act: 'inventory.photo_added', subject: productSubject(lockedProduct) })
  for (const size of photoSizes)
    await files.put(photoKey(actor.account, id, size), pictures[size], 'image/webp')
}

/**
 * Removes a photo. Its files are deleted after the commit.
 * @throws Refusal not_found
 */
export async function removeProductPhoto(db: Tx, actor: Actor, product: string, photo: string) {
  const lockedProduct = await lockProduct(db, actor, product)
  const [removed] = await db
    .delete(photos)
    .where(and(photosOfProduct(actor, product), eq(photos.id, photo)))
    .returning({ id: photos.id })
  if (!removed) throw new Refusal('not_found')
  await deleteFilesAfterCommit(db, { keys: photoSizes.map((size) => photoKey(actor.account, photo, size)) })
  await logAndNotify(db, actor, { act: 'inventory.photo_removed', subject: productSubject(lockedProduct) })
}

/**
 * Puts the photos in a new order.
 * @throws Refusal not_found, or invalid unless each photo of the product is listed once
 */
export async function arrangeProductPhotos(db: Tx, actor: Actor, product: string, order: string[]) {
  const lockedProduct = await lockProduct(db, actor, product)
  const current = (await photosOf(db, actor.account, [product])).get(product) ?? []
  const ids = current.map(({ id }) => id)
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
      .where(and(photosOfProduct(actor, product), eq(photos.id, id)))
  await logAndNotify(db, actor, { act: 'inventory.photos_arranged', subject: productSubject(lockedProduct) })
}

/** The photos of the given products: a map from product ids to photos, each list in its order. */
export async function photosOf(
  db: Tx,
  account: string,
  productIds: string[],
): Promise<Map<string, PhotoView[]>> {
  if (productIds.length === 0) return new Map()
  const found = await db
    .select()
    .from(photos)
    .where(and(eq(photos.accountId, account), inArray(photos.productId, productIds)))
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
 * Locks a product, so that changes to its photos happen one after the other.
 * @throws Refusal not_found
 */
async function lockProduct(db: Tx, { account }: Actor, product: string) {
  const [found] = await db
    .select({ id: products.id, title: products.title })
    .from(products)
    .where(byKey(products, account, product))
    .for('no key update')
  if (!found) throw new Refusal('not_found')
  return found
}

const photosOfProduct = ({ account }: Actor, product: string) =>
  and(eq(photos.accountId, account), eq(photos.productId, product))
