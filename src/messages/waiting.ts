import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import type { Waits } from '../notices/waiting.ts'
import { ofConversation } from './holding.ts'
import { isUnread } from './inbox.ts'
import { conversations, ownConversations } from './tables.ts'

/** A customer whom nobody of the team has read: for whoever takes care of them, or for all who may answer. */
export const waitsForTeam: Waits = async (tx, account, id) => {
  const [found] = await tx
    .select()
    .from(conversations)
    .where(ofConversation({ accountId: account, id }))
  if (!found || found.buyerLast <= found.sellerRead || found.closedAt || found.buyerName === null)
    return undefined
  return { only: found.assigneeId, path: `/messages/${id}`, about: { buyer: found.buyerName } }
}

/** A shop's answer that nobody of the buyer's account has read. */
export const waitsForBuyer: Waits = async (tx, account, id) => {
  const [found] = await tx
    .select()
    .from(ownConversations)
    .where(and(eq(ownConversations.buyerId, account), eq(ownConversations.id, id)))
  if (!found?.unread || found.shop === null) return undefined
  return { only: null, path: `/spending/messages/${id}`, about: { shop: found.shop } }
}

/** Customers who wait for this member: in their care, or in nobody's. The latest first. */
export const unreadFor = (db: Tx, { account, person }: Actor, most: number) =>
  db
    .select({ id: conversations.id, name: conversations.buyerName })
    .from(conversations)
    .where(
      and(
        eq(conversations.accountId, account),
        isUnread,
        isNull(conversations.closedAt),
        or(isNull(conversations.assigneeId), eq(conversations.assigneeId, person)),
      ),
    )
    .orderBy(desc(conversations.lastAt))
    .limit(most)

/** Shops whose answer nobody of the account has read, the latest first. */
export const answeredFor = (db: Tx, { account }: Actor, most: number) =>
  db
    .select({ id: ownConversations.id, name: ownConversations.shop })
    .from(ownConversations)
    .where(and(eq(ownConversations.buyerId, account), eq(ownConversations.unread, true)))
    .orderBy(desc(ownConversations.lastAt))
    .limit(most)
