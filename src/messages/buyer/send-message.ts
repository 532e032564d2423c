import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { lockExclusively } from '../../access/locks.ts'
import { Refusal } from '../../errors/refusal.ts'
import { rateLimited } from '../../http/rate-limits.ts'
import { queueReminder } from '../../notifications/reminders.ts'
import { byRow } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { actingForOtherAccount, scopeOf } from '../../platform/database/scope.ts'
import { findShopWindow } from '../../shops/shop.ts'
import {
  appendEntry,
  type ConversationRecord,
  findEntryByKey,
  lockConversation,
  lockConversationBetween,
  type NewEntry,
  publishToTeamAndBuyer,
} from '../conversation.ts'
import { toWrittenMessage } from '../entry-views.ts'
import type { NewConversation, NewMessage } from '../message.ts'
import { checkedSubject } from '../subject.ts'
import { buyerMessages, conversations } from '../tables.ts'
import { findBuyerConversationRow } from './conversations.ts'

/**
 * After this many milliseconds without a message, the buyer's next one causes another notification, even if the
 * conversation is still unread.
 */
const newNotificationAfterMs = 3_600_000

/** To how many new shops an account can write within a day. */
export const newConversationsPerDay = 50

/**
 * Writes to a shop, in the two accounts' existing conversation or in a new one.
 * @throws Refusal not_found, own_shop, blocked, rate_limited or key_reused
 */
export async function startConversation(
  db: Tx,
  actor: Actor,
  { shop, ...content }: z.output<typeof NewConversation>,
) {
  const { id: seller, name } = await findShopWindow(db, shop)
  if (seller === actor.account) throw new Refusal('own_shop')
  const subject = await checkedSubject(db, seller, actor.account, content.subject)
  await limitNewConversations(db, actor, seller)
  const written = await actingForOtherAccount(db, seller, scopeOf(actor), async () => {
    const locked = await lockConversationBetween(db, seller, actor.account, actor.accountName)
    return addMessage(db, actor, locked, { kind: 'text', text: content.text, subject, key: content.key })
  })
  if (written.isNew) await logWriting(db, actor, written.row.conversationId, name)
  return { conversation: written.row.conversationId, message: toWrittenMessage(written.row, actor.account) }
}

/**
 * Writes in an existing conversation.
 * @throws Refusal not_found, shop_gone, blocked or key_reused
 */
export async function sendMessage(db: Tx, actor: Actor, id: string, content: z.output<typeof NewMessage>) {
  const own = await findBuyerConversationRow(db, actor, id)
  const subject = await checkedSubject(db, own.accountId, actor.account, content.subject)
  return appendBuyerMessage(db, actor, own, { kind: 'text', text: content.text, subject, key: content.key })
}

type Own = Awaited<ReturnType<typeof findBuyerConversationRow>>

/**
 * Adds the buyer's message, once for each key.
 * @throws Refusal shop_gone, blocked or key_reused
 */
export async function appendBuyerMessage(
  db: Tx,
  actor: Actor,
  { id, accountId: seller, shop }: Own,
  content: NewEntry,
) {
  if (shop === null) throw new Refusal('shop_gone')
  const written = await actingForOtherAccount(db, seller, scopeOf(actor), async () =>
    addMessage(db, actor, await lockConversation(db, seller, id), content),
  )
  if (written.isNew) await logWriting(db, actor, id, shop)
  return toWrittenMessage(written.row, actor.account)
}

/** Writes the message in the seller's scope. A closed conversation is reopened. */
async function addMessage(db: Tx, actor: Actor, locked: ConversationRecord, { key, ...content }: NewEntry) {
  const { person: personId, name: personName, accountName } = actor
  const before = await findEntryByKey(db, locked, personId, 'buyer', { key, ...content })
  if (before) return { row: before, isNew: false }
  if (locked.blockedAt) throw new Refusal('blocked')
  const isClosed = locked.closedAt !== null
  await db
    .update(conversations)
    .set({ buyerName: accountName, ...(isClosed && { closedAt: null, closedBy: null }) })
    .where(byRow(conversations, locked))
  if (isClosed)
    await appendEntry(db, locked, {
      kind: 'reopened',
      side: 'buyer',
      personId: null,
      personName: accountName,
    })
  const row = await appendEntry(db, locked, {
    ...content,
    side: 'buyer',
    personId,
    personName,
    key: key ?? null,
  })
  await publishToTeamAndBuyer(db, locked)
  // Several messages in a row cause one notification; a message that comes an hour or more later causes another.
  if (
    locked.sellerRead >= locked.buyerLast ||
    locked.lastAt.getTime() < db.now.getTime() - newNotificationAfterMs
  )
    await queueReminder(db, { account: locked.accountId, kind: 'messages', subject: locked.id })
  return { row, isNew: true }
}

const logWriting = (db: Tx, actor: Actor, id: string, shop: string) =>
  recordAct(db, actor, { act: 'spending.wrote', subject: { id, name: shop } })

/**
 * Prevents one account from writing to every shop.
 * @throws Refusal rate_limited
 */
async function limitNewConversations(db: Tx, { account }: Actor, seller: string): Promise<void> {
  await lockExclusively(db, 'asking', account)
  const ownMessages = eq(buyerMessages.buyerId, account)
  const [known] = await db
    .select({ id: buyerMessages.id })
    .from(buyerMessages)
    .where(and(ownMessages, eq(buyerMessages.accountId, seller)))
    .limit(1)
  if (known) return
  const begun = await db
    .select({ at: buyerMessages.createdAt })
    .from(buyerMessages)
    .where(
      and(
        ownMessages,
        eq(buyerMessages.number, 1),
        eq(buyerMessages.side, 'buyer'),
        gt(buyerMessages.createdAt, sql`now() - interval '1 day'`),
      ),
    )
    .orderBy(asc(buyerMessages.createdAt))
    .limit(newConversationsPerDay)
  const [first] = begun
  if (first && begun.length >= newConversationsPerDay)
    throw rateLimited(new Date(first.at.getTime() + 86_400_000))
}
