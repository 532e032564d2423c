import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { findBuyerOfOrder } from '../../orders/sale/buyers.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { cursorParam, pageByTime } from '../../platform/database/keyset-page.ts'
import { singleLine } from '../../platform/text-schemas.ts'
import { shopUsernameOf } from '../../shops/shop.ts'
import { isUnreadByTeam, type ConversationRecord as Row } from '../conversation.ts'
import { conversationsContaining } from '../message-search.ts'
import { conversations } from '../tables.ts'
import { inboxViews } from '../vocabulary.ts'

export const InboxQuery = z.strictObject({
  view: z
    .enum(inboxViews)
    .optional()
    .describe(
      '`mine`: assigned to the caller. `unread`, `mine` and `unassigned` leave out closed conversations; `all` includes them.',
    ),
  search: singleLine(200, 0)
    .optional()
    .describe(
      "A text that a message, a note or the buyer's name contains. A text of one or two letters is looked for only in the names.",
    ),
  after: cursorParam,
})

const summary = {
  id: z.string(),
  buyerName: z
    .string()
    .nullable()
    .describe("The name of the buyer's account; null once that account is deleted."),
  assignee: z
    .object({ person: z.string(), name: z.string() })
    .nullable()
    .describe('The member who takes care of the conversation; null: nobody.'),
  unread: z.boolean().describe('Whether it has messages that no member has read, or is marked as unread.'),
  closed: z
    .object({ at: z.date(), by: z.string() })
    .nullable()
    .describe('When and by which member it was closed; null while it is open.'),
  blocked: z
    .object({ at: z.date(), by: z.string() })
    .nullable()
    .describe('When and by which member the buyer was blocked; null while the buyer can write.'),
  last: z
    .object({ side: z.enum(['seller', 'buyer']), text: z.string(), at: z.date() })
    .describe('The last message. `text` is the beginning of it, and empty for a photo.'),
}
export const ConversationRow = z.object(summary).meta({ id: 'ConversationRow' })

export const Conversation = z
  .object({
    ...summary,
    buyerUsername: z
      .string()
      .nullable()
      .describe("The username of the buyer's account; null once that account is deleted."),
    messages: z.int().describe('The number of the last message.'),
    read: z.int().describe('The number of the last message that the team has read.'),
    buyerRead: z.int().describe('The number of the last message that the buyer has read.'),
    createdAt: z.date(),
  })
  .meta({ id: 'Conversation' })

/** How many conversations there are. Counting stops at `most`, because more would take too long. */
export const InboxCounts = z.object({ unread: z.int(), mine: z.int(), unassigned: z.int(), most: z.int() })
const maxCounted = 100

type View = (typeof inboxViews)[number]

const open = isNull(conversations.closedAt)
const filters: Record<View, (actor: Actor) => SQL | undefined> = {
  all: () => undefined,
  unread: () => and(isUnreadByTeam, open),
  mine: ({ person }) => and(eq(conversations.assigneeId, person), open),
  unassigned: () => and(isNull(conversations.assigneeId), open),
  closed: () => isNotNull(conversations.closedAt),
}

/** Lists conversations, those with the latest messages first. */
export async function listInbox(
  db: Tx,
  actor: Actor,
  { view = 'all', search, after }: z.output<typeof InboxQuery>,
) {
  const { items, next } = await pageByTime(
    db.select().from(conversations),
    { time: conversations.lastAt, id: conversations.id },
    {
      where: and(
        eq(conversations.accountId, actor.account),
        filters[view](actor),
        search ? await conversationsContaining(db, search) : undefined,
      ),
      after,
    },
    ({ lastAt }) => lastAt,
  )
  return { items: items.map(toConversationRow), next }
}

/** Counts the unread, the actor's own and the unassigned conversations, each up to `maxCounted`. */
export async function countInbox(db: Tx, actor: Actor): Promise<z.input<typeof InboxCounts>> {
  const [unread, mine, unassigned] = [
    await countView(db, actor, 'unread'),
    await countView(db, actor, 'mine'),
    await countView(db, actor, 'unassigned'),
  ]
  return { unread, mine, unassigned, most: maxCounted }
}

async function countView(db: Tx, actor: Actor, view: View): Promise<number> {
  const some = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.accountId, actor.account), filters[view](actor)))
    .limit(maxCounted)
    .as('some')
  const [found] = await db.select({ count: sql<number>`count(*)::int` }).from(some)
  return found?.count ?? 0
}

/** @throws Refusal not_found */
export async function findConversationRow(
  db: Tx,
  { account }: Pick<Actor, 'account'>,
  id: string,
): Promise<Row> {
  const [found] = await db
    .select()
    .from(conversations)
    .where(byKey(conversations, account, id))
  if (!found) throw new Refusal('not_found')
  return found
}

/** @throws Refusal not_found */
export async function findConversation(
  db: Tx,
  actor: Actor,
  id: string,
): Promise<z.input<typeof Conversation>> {
  const found = await findConversationRow(db, actor, id)
  const buyerUsername = await shopUsernameOf(db, found.buyerId)
  const { messages, sellerRead: read, buyerRead, createdAt } = found
  return { ...toConversationRow(found), buyerUsername, messages, read, buyerRead, createdAt }
}

/**
 * The conversation with an order's buyer; null if neither account has written yet.
 * @throws Refusal not_found
 */
export async function findConversationOfOrder(db: Tx, { account }: Actor, order: string) {
  const buyer = await findBuyerOfOrder(db, { account }, order)
  const [found] = await db
    .select({ conversation: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.accountId, account), eq(conversations.buyerId, buyer.id)))
  return found ?? { conversation: null }
}

const toConversationRow = (row: Row): z.input<typeof ConversationRow> => ({
  id: row.id,
  buyerName: row.buyerName,
  assignee: row.assigneeId === null ? null : { person: row.assigneeId, name: row.assigneeName ?? '' },
  unread: row.buyerLast > row.sellerRead || row.keptUnread,
  closed: row.closedAt && { at: row.closedAt, by: row.closedBy ?? '' },
  blocked: row.blockedAt && { at: row.blockedAt, by: row.blockedBy ?? '' },
  last: { side: row.lastSide, text: row.lastText, at: row.lastAt },
})
