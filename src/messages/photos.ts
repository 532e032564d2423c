import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { type Files, forget } from '../ground/files.ts'
import { newId } from '../ground/ids.ts'
import { type PhotoSize, photoSizes } from '../inventory/photo-address.ts'
import type { Pictures } from '../inventory/photo-files.ts'
import { put } from './asking.ts'
import { hold } from './holding.ts'
import { find } from './inbox.ts'
import type { NewPhotoReply } from './message.ts'
import { find as findOwn } from './own.ts'
import { entries, ownMessages } from './tables.ts'
import { say } from './writing.ts'

export const PhotoQuery = z.strictObject({ size: z.enum(photoSizes).default('large') })

const keyOf = (seller: string, message: string, size: PhotoSize) =>
  `messages/${seller}/${message}-${size}.webp`

/** A photo is a message of its own. Its files are there before anybody sees it. @throws Refusal as `reply` */
export async function reply(
  db: Tx,
  actor: Actor,
  files: Files,
  id: string,
  { key, ...care }: z.output<typeof NewPhotoReply>,
  pictures: Pictures,
) {
  const held = await hold(db, actor.account, id)
  return kept(files, actor.account, pictures, (photo) => say(db, actor, held, { ...photo, key }, care))
}

/** The same for the buyer's side. @throws Refusal as `write` */
export async function write(
  db: Tx,
  actor: Actor,
  files: Files,
  id: string,
  key: string | undefined,
  pictures: Pictures,
) {
  const own = await findOwn(db, actor, id)
  return kept(files, own.accountId, pictures, (photo) => put(db, actor, own, { ...photo, key }))
}

type Photo = { kind: 'photo'; id: string; width: number; height: number }

async function kept<T extends { id: string }>(
  files: Files,
  seller: string,
  pictures: Pictures,
  add: (photo: Photo) => Promise<T>,
): Promise<T> {
  const { width, height } = pictures
  const id = newId('message')
  const added = await add({ kind: 'photo', id, width, height })
  // Under a key that was used already, it is there.
  if (added.id === id)
    for (const size of photoSizes) await files.put(keyOf(seller, id, size), pictures[size], 'image/webp')
  return added
}

/** @returns which file it is. @throws Refusal not_found */
export async function ofTeam(db: Tx, actor: Actor, id: string, message: string) {
  const { accountId } = await find(db, actor, id)
  const found = await db
    .select({ id: entries.id })
    .from(entries)
    .where(
      and(
        eq(entries.accountId, accountId),
        eq(entries.conversationId, id),
        eq(entries.id, message),
        eq(entries.kind, 'photo'),
      ),
    )
  if (found.length === 0) throw new Refusal('not_found')
  return accountId
}

/** The same for the buyer's side. @throws Refusal not_found */
export async function ofBuyer(db: Tx, actor: Actor, id: string, message: string) {
  const { accountId } = await findOwn(db, actor, id)
  const found = await db
    .select({ id: ownMessages.id })
    .from(ownMessages)
    .where(
      and(
        eq(ownMessages.buyerId, actor.account),
        eq(ownMessages.conversationId, id),
        eq(ownMessages.id, message),
        eq(ownMessages.kind, 'photo'),
      ),
    )
  if (found.length === 0) throw new Refusal('not_found')
  return accountId
}

/** @throws Refusal not_found once its sender's account is erased */
export async function* bytesOf(files: Files, seller: string, message: string, size: PhotoSize) {
  const bytes = await files.read(keyOf(seller, message, size))
  if (!bytes) throw new Refusal('not_found')
  yield bytes
}

/** What is left of an account's messages once it is erased: the files of what it was sent, and of what it sent. */
export async function forgetPhotos(tx: Tx, account: string): Promise<void> {
  const sent = await tx
    .select({ id: ownMessages.id, seller: ownMessages.accountId })
    .from(ownMessages)
    .where(
      and(eq(ownMessages.buyerId, account), eq(ownMessages.kind, 'photo'), eq(ownMessages.side, 'buyer')),
    )
  await forget(tx, {
    folder: `messages/${account}`,
    keys: sent.flatMap(({ id, seller }) => photoSizes.map((size) => keyOf(seller, id, size))),
  })
}
