import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { FileStorage } from '../../platform/files/file-storage.ts'
import type { ResizedPhoto } from '../../platform/files/images.ts'
import { lockConversation } from '../conversation.ts'
import type { NewPhotoReply } from '../message.ts'
import { storeNewPhoto } from '../message-photos.ts'
import { entries } from '../tables.ts'
import { findConversationRow } from './inbox.ts'
import { appendReply } from './reply.ts'

/**
 * Sends a photo, which is a message of its own. Its files are stored before anybody can see the message.
 * @throws Refusal as `replyToBuyer`
 */
export async function replyWithPhoto(
  db: Tx,
  actor: Actor,
  files: FileStorage,
  id: string,
  { key, ...options }: z.output<typeof NewPhotoReply>,
  pictures: ResizedPhoto,
) {
  const locked = await lockConversation(db, actor.account, id)
  return storeNewPhoto(files, actor.account, pictures, (photo) =>
    appendReply(db, actor, locked, { ...photo, key }, options),
  )
}
/**
 * The file of a photo, for the team.
 * @throws Refusal not_found
 */
export async function photoForTeam(db: Tx, actor: Actor, id: string, message: string) {
  const { accountId } = await findConversationRow(db, actor, id)
  const found = await db
    .select({ id: entries.id })
    .from(entries)
    .where(and(byKey(entries, accountId, message), eq(entries.conversationId, id), eq(entries.kind, 'photo')))
  if (found.length === 0) throw new Refusal('not_found')
  return accountId
}
