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
import { conversationsSaying } from '../message-search.ts'
import { conversations } from '../tables.ts'
import { inboxViews } from '../vocabulary.ts'

export const InboxQuery = z.strictObject({
  view: z
    .enum(inboxViews)
    .optional()
    .describe('`unread`, `mine` and `unassigned` leave out closed conversations. `all` includes them.'),
  search: singleLine(200, 0)
    .optional()
    .describe(
      "Is found in the messages, the notes and the buyers' names. One or two letters are searched for in the names only.",
    ),
  after: cursorParam,
})

const summary = {
  id: z.string(),
  buyerName: z.string().nullable().describe('Null once that account is deleted.'),
  assignee: z.object({ person: z.string(), name: z.string() }).nullable(),
  unread: z.boolean().describe('Whether the team has unread messages in it.'),
  closed: z.object({ at: z.date(), by: z.string() }).nullable(),
  blocked: z
    .object({ at: z.date(), by: z.string() })
    .nullable()
    .describe('Set while the buyer cannot write.'),
  last: z
    .object({ side: z.enum(['seller', 'buyer']), text: z.string(), at: z.date() })
    .describe('The last message with its first characters; empty for a photo.'),
}
export const ConversationRow = z.object(summary).meta({ id: 'ConversationRow' })

export const Conversation = z
  .object({
    ...summary,
    buyerUsername: z
      .string()
      .nullable()
      .describe("The username of the buyer's own shop; null if there is none."),
    messages: z
      .int()
      .describe(
        'The number of the last message, of the last one that the team has read, and of the last one that the buyer has read.',
      ),
    read: z.int(),
    buyerRead: z.int(),
    createdAt: z.date(),
  })
  .meta({ id: 'Conversation' })

/** How many conversations there are, at most `most`: counting further would take too long. */
export const InboxCounts = z.object({ unread: z.int(), mine: z.int(), unassigned: z.int(), most: z.int() })
const most = 100

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
        search ? await conversationsSaying(db, search) : undefined,
      ),
      after,
    },
    ({ lastAt }) => lastAt,
  )
  return { items: items.map(short), next }
}

/** Counts the unread, the actor's and the unassigned conversations, each up to `most`. */
export async function countInbox(db: Tx, actor: Actor): Promise<z.input<typeof InboxCounts>> {
  const [unread, mine, unassigned] = [
    await count(db, actor, 'unread'),
    await count(db, actor, 'mine'),
    await count(db, actor, 'unassigned'),
  ]
  return { unread, mine, unassigned, most }
}

async function count(db: Tx, actor: Actor, view: View): Promise<number> {
  const some = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.accountId, actor.account), filters[view](actor)))
    .limit(most)
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
  return { ...short(found), buyerUsername, messages, read, buyerRead, createdAt }
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

const short = (row: Row): z.input<typeof ConversationRow> => ({
  id: row.id,
  buyerName: row.buyerName,
  assignee: row.assigneeId === null ? null : { person: row.assigneeId, name: row.assigneeName ?? '' },
  unread: row.buyerLast > row.sellerRead || row.keptUnread,
  closed: row.closedAt && { at: row.closedAt, by: row.closedBy ?? '' },
  blocked: row.blockedAt && { at: row.blockedAt, by: row.blockedBy ?? '' },
  last: { side: row.lastSide, text: row.lastText, at: row.lastAt },
})
