import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { deleteFilesAfterCommit, type FileStorage } from '../platform/files/file-storage.ts'
import type { ResizedPhoto } from '../platform/files/images.ts'
import { type PhotoSize, photoSizes } from '../platform/files/photo-urls.ts'
import { newId } from '../platform/ids.ts'
import { buyerMessages } from './tables.ts'

export const MessagePhotoQuery = z.strictObject({ size: z.enum(photoSizes).default('large') })

const keyOf = (seller: string, message: string, size: PhotoSize) =>
  `messages/${seller}/${message}-${size}.webp`

type Photo = { kind: 'photo'; id: string; width: number; height: number }

export async function storeNewPhoto<T extends { id: string }>(
  files: FileStorage,
  seller: string,
  pictures: ResizedPhoto,
  add: (photo: Photo) => Promise<T>,
): Promise<T> {
  const { width, height } = pictures
  const id = newId('message')
  const added = await add({ kind: 'photo', id, width, height })
  // If the key was used before, the files are stored already.
  if (added.id === id)
    for (const size of photoSizes) await files.put(keyOf(seller, id, size), pictures[size], 'image/webp')
  return added
}

/**
 * Streams the file of a photo.
 * @throws Refusal not_found once the sender's account is erased
 */
export async function* readMessagePhoto(
  files: FileStorage,
  seller: string,
  message: string,
  size: PhotoSize,
) {
  const bytes = await files.read(keyOf(seller, message, size))
  if (!bytes) throw new Refusal('not_found')
  yield bytes
}

/**
 * Queues the deletion of an erased account's photo files: all photos of its own conversations as a shop, and those
 * that it sent to other shops.
 */
export async function deleteMessagePhotoFiles(tx: Tx, account: string): Promise<void> {
  const sent = await tx
    .select({ id: buyerMessages.id, seller: buyerMessages.accountId })
    .from(buyerMessages)
    .where(
      and(
        eq(buyerMessages.buyerId, account),
        eq(buyerMessages.kind, 'photo'),
        eq(buyerMessages.side, 'buyer'),
      ),
    )
  await deleteFilesAfterCommit(tx, {
    folder: `messages/${account}`,
    keys: sent.flatMap(({ id, seller }) => photoSizes.map((size) => keyOf(seller, id, size))),
  })
}
