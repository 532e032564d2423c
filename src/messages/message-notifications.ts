import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { Actor } from '../access/gate.ts'
import type { StillWaits } from '../notifications/reminders.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { isUnreadByTeam } from './conversation.ts'
import { buyerConversations, conversations } from './tables.ts'

/**
 * A customer's message waits while no member has read it. It notifies the member to whom the conversation is assigned,
 * or else all members who may answer.
 */
export const teamMessageWaits: StillWaits = async (tx, account, id) => {
  const [found] = await tx
    .select()
    .from(conversations)
    .where(byKey(conversations, account, id))
  if (!found || found.buyerLast <= found.sellerRead || found.closedAt || found.buyerName === null)
    return undefined
  return { only: found.assigneeId, path: `/messages/${id}`, about: { buyer: found.buyerName } }
}

/** A shop's answer waits while no member of the buyer's account has read it. */
export const buyerReplyWaits: StillWaits = async (tx, account, id) => {
  const [found] = await tx
    .select()
    .from(buyerConversations)
    .where(and(eq(buyerConversations.buyerId, account), eq(buyerConversations.id, id)))
  if (!found?.unread || found.shop === null) return undefined
  return { only: null, path: `/spending/messages/${id}`, about: { shop: found.shop } }
}

/** Unread conversations that are assigned to this member or to nobody, the latest first. */
export const unreadConversations = (db: Tx, { account, person }: Actor, limit: number) =>
  db
    .select({ id: conversations.id, name: conversations.buyerName })
    .from(conversations)
    .where(
      and(
        eq(conversations.accountId, account),
        isUnreadByTeam,
        isNull(conversations.closedAt),
        or(isNull(conversations.assigneeId), eq(conversations.assigneeId, person)),
      ),
    )
    .orderBy(desc(conversations.lastAt))
    .limit(limit)

/** Conversations with an answer that no member of the account has read, the latest first. */
export const unreadReplies = (db: Tx, { account }: Actor, limit: number) =>
  db
    .select({ id: buyerConversations.id, name: buyerConversations.shop })
    .from(buyerConversations)
    .where(and(eq(buyerConversations.buyerId, account), eq(buyerConversations.unread, true)))
    .orderBy(desc(buyerConversations.lastAt))
    .limit(limit)
