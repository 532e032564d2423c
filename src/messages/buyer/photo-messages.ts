import { and, eq } from 'drizzle-orm'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { FileStorage } from '../../platform/files/file-storage.ts'
import type { ResizedPhoto } from '../../platform/files/images.ts'
import { storeNewPhoto } from '../message-photos.ts'
import { buyerMessages } from '../tables.ts'
import { findBuyerConversationRow as findOwn } from './conversations.ts'
import { appendBuyerMessage } from './send-message.ts'

/**
 * Sends a photo from the buyer's side. Its files are stored before anybody can see the message.
 * @throws Refusal as `sendMessage`
 */
export async function sendPhoto(
  db: Tx,
  actor: Actor,
  files: FileStorage,
  id: string,
  key: string | undefined,
  pictures: ResizedPhoto,
) {
  const own = await findOwn(db, actor, id)
  return storeNewPhoto(files, own.accountId, pictures, (photo) =>
    appendBuyerMessage(db, actor, own, { ...photo, key }),
  )
}
/**
 * The file of a photo, for the buyer's side.
 * @throws Refusal not_found
 */
export async function photoForBuyer(db: Tx, actor: Actor, id: string, message: string) {
  const { accountId } = await findOwn(db, actor, id)
  const found = await db
    .select({ id: buyerMessages.id })
    .from(buyerMessages)
    .where(
      and(
        eq(buyerMessages.buyerId, actor.account),
        eq(buyerMessages.conversationId, id),
        eq(buyerMessages.id, message),
        eq(buyerMessages.kind, 'photo'),
      ),
    )
  if (found.length === 0) throw new Refusal('not_found')
  return accountId
}
