import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { deleteFilesAfterCommit, type FileStorage } from '../platform/files/file-storage.ts'
import { photoKey, type ResizedPhoto } from '../platform/files/images.ts'
import { photoSizes } from '../platform/files/photo-urls.ts'
import { newId } from '../platform/ids.ts'
import { findShow } from './account-shows.ts'
import { lockShow } from './schedule-show.ts'
import { publishShowChange } from './show-events.ts'
import { shows } from './tables.ts'

/**
 * Replaces the show's cover; null removes it. The files are stored with the account's photos.
 * @throws Refusal not_found
 */
export async function setCoverPhoto(
  db: Tx,
  actor: Actor,
  files: FileStorage,
  id: string,
  pictures: ResizedPhoto | null,
) {
  const show = await lockShow(db, actor, id)
  const cover = pictures && newId('cover')
  await db
    .update(shows)
    .set({
      coverId: cover,
      coverWidth: pictures?.width ?? null,
      coverHeight: pictures?.height ?? null,
    })
    .where(byKey(shows, actor.account, id))
  await recordAct(db, actor, {
    act: pictures ? 'shows.cover_added' : 'shows.cover_removed',
    subject: { id, name: show.title },
  })
  if (cover)
    for (const size of photoSizes)
      await files.put(photoKey(actor.account, cover, size), pictures[size], 'image/webp')
  // The shows of a series do not share a cover: each has its own files.
  if (show.coverId)
    await deleteFilesAfterCommit(db, {
      keys: photoSizes.map((size) => photoKey(actor.account, show.coverId as string, size)),
    })
  await publishShowChange(db, { account: actor.account, show: id })
  return findShow(db, actor, id)
}
