import { and, eq } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { type Files, forget } from '../ground/files.ts'
import { newId } from '../ground/ids.ts'
import { photoSizes } from '../inventory/photo-address.ts'
import { keyOf, type Pictures } from '../inventory/photo-files.ts'
import { find } from './listing.ts'
import { hold } from './schedule.ts'
import { shows } from './tables.ts'
import { tellChange } from './telling.ts'

/** Gives the show a cover in place of the one it had; null: none. Its files lie with the account's photos. */
export async function setCover(db: Tx, actor: Actor, files: Files, id: string, pictures: Pictures | null) {
  const show = await hold(db, actor, id)
  const cover = pictures && newId('cover')
  await db
    .update(shows)
    .set({
      coverId: cover,
      coverWidth: pictures?.width ?? null,
      coverHeight: pictures?.height ?? null,
    })
    .where(and(eq(shows.accountId, actor.account), eq(shows.id, id)))
  await record(db, actor, {
    act: pictures ? 'shows.cover_added' : 'shows.cover_removed',
    subject: { id, name: show.title },
  })
  if (cover)
    for (const size of photoSizes)
      await files.put(keyOf(actor.account, cover, size), pictures[size], 'image/webp')
  // Repetitions do not share a cover: each has files of its own.
  if (show.coverId)
    await forget(db, { keys: photoSizes.map((size) => keyOf(actor.account, show.coverId as string, size)) })
  await tellChange(db, { account: actor.account, show: id })
  return find(db, actor, id)
}
