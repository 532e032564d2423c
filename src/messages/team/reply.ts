import { and, eq, gt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { queueReminder } from '../../notifications/reminders.ts'
import { findBuyerOfOrder } from '../../orders/sale/buyers.ts'
import { byRow } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import {
  appendEntry,
  type ConversationRecord,
  conversationSubject,
  findEntryByKey,
  lockConversation,
  lockConversationBetween,
  type NewEntry,
  publishToTeam,
  publishToTeamAndBuyer,
} from '../conversation.ts'
import { toTeamEntry } from '../entry-views.ts'
import type { NewNote, NewOutreach, NewReply } from '../message.ts'
import { checkedSubject } from '../subject.ts'
import { conversations, entries } from '../tables.ts'
import { assignConversation } from './assign.ts'

type ReplyOptions = Pick<z.output<typeof NewReply>, 'seen' | 'anyway'>

/**
 * Answers the buyer in the account's name.
 * @throws Refusal not_found, buyer_gone, conversation_blocked, key_reused, or answered_meanwhile if another member has
 * answered
 */
export async function replyToBuyer(db: Tx, actor: Actor, id: string, input: z.output<typeof NewReply>) {
  const locked = await lockConversation(db, actor.account, id)
  const subject = await checkedSubject(db, actor.account, locked.buyerId, input.subject)
  return appendReply(db, actor, locked, { kind: 'text', text: input.text, subject, key: input.key }, input)
}

/**
 * Writes to the buyer of an order, whether or not that buyer has ever written.
 * @throws Refusal not_found, and as `replyToBuyer`
 */
export async function writeToBuyerOfOrder(
  db: Tx,
  actor: Actor,
  { order, text, key }: z.output<typeof NewOutreach>,
) {
  const buyer = await findBuyerOfOrder(db, actor, order)
  if (buyer.name === null) throw new Refusal('buyer_gone')
  const locked = await lockConversationBetween(db, actor.account, buyer.id, buyer.name)
  const subject = await checkedSubject(db, actor.account, locked.buyerId, { kind: 'order', id: order })
  const entry = await appendReply(db, actor, locked, { kind: 'text', text, subject, key })
  return { conversation: locked.id, entry }
}

/** Sends an answer to the buyer, once for each `key`. An unassigned conversation is assigned to the sender. */
export async function appendReply(
  db: Tx,
  actor: Actor,
  locked: ConversationRecord,
  { key, ...content }: NewEntry,
  options: ReplyOptions = {},
) {
  const before = await findEntryByKey(db, locked, actor.person, 'seller', { key, ...content })
  if (before) return toTeamEntry(before)
  if (locked.buyerName === null) throw new Refusal('buyer_gone')
  if (locked.blockedAt) throw new Refusal('conversation_blocked')
  if (!options.anyway) await checkTeamReplies(db, actor, locked, options.seen)
  if (!locked.assigneeId) await assignConversation(db, actor, locked, actor)
  const { person: personId, name: personName } = actor
  const entry = await appendEntry(db, locked, {
    ...content,
    side: 'seller',
    personId,
    personName,
    key: key ?? null,
  })
  // An answer marks as read what the sender had seen (`seen`), or everything if `seen` is not given.
  const sellerRead = Math.max(locked.sellerRead, Math.min(options.seen ?? locked.messages, locked.messages))
  await db.update(conversations).set({ sellerRead, keptUnread: false }).where(byRow(conversations, locked))
  await recordAct(db, actor, { act: 'messages.replied', subject: conversationSubject(locked) })
  await publishToTeamAndBuyer(db, locked)
  if (locked.buyerRead >= locked.sellerLast)
    await queueReminder(db, { account: locked.buyerId, kind: 'replies', subject: locked.id })
  return toTeamEntry(entry)
}

/**
 * Keeps two members from answering at the same time without noticing each other.
 * @throws Refusal answered_meanwhile
 */
async function checkTeamReplies(
  db: Tx,
  { person }: Actor,
  locked: ConversationRecord,
  seen: number | undefined,
) {
  if (seen === undefined || locked.sellerLast <= seen) return
  const [other] = await db
    .select({ name: entries.personName, person: entries.personId })
    .from(entries)
    .where(
      and(
        eq(entries.accountId, locked.accountId),
        eq(entries.conversationId, locked.id),
        eq(entries.side, 'seller'),
        gt(entries.number, seen),
        sql`${entries.personId} is distinct from ${person}`,
      ),
    )
    .limit(1)
  if (other) throw new Refusal('answered_meanwhile', { by: other.name, number: locked.sellerLast })
}

/**
 * Adds a note for the team. The buyer never sees it.
 * @throws Refusal not_found or key_reused
 */
export async function addNote(db: Tx, actor: Actor, id: string, { text, key }: z.output<typeof NewNote>) {
  const locked = await lockConversation(db, actor.account, id)
  const before = await findEntryByKey(db, locked, actor.person, 'seller', { kind: 'note', key, text })
  if (before) return toTeamEntry(before)
  const { person: personId, name: personName } = actor
  const entry = await appendEntry(db, locked, {
    kind: 'note',
    side: 'seller',
    personId,
    personName,
    text,
    key: key ?? null,
  })
  await recordAct(db, actor, { act: 'messages.noted', subject: conversationSubject(locked) })
  await publishToTeam(db, locked)
  return toTeamEntry(entry)
}
