import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { cursorParam, pageByTime } from '../../platform/database/keyset-page.ts'
import { actingForOtherAccount, scopeOf } from '../../platform/database/scope.ts'
import { singleLine } from '../../platform/text-schemas.ts'
import { publishToTeamAndBuyer } from '../conversation.ts'
import { toBuyerMessage } from '../entry-views.ts'
import type { ReadUpTo, TimelineQuery } from '../message.ts'
import { buyerConversations, buyerMessages, conversations } from '../tables.ts'
import { entriesPerPage, timelinePage } from '../timeline.ts'

/** A conversation as the buyer's account sees it. */
export const BuyerConversation = z
  .object({
    id: z.string(),
    shop: z
      .object({ username: z.string(), name: z.string() })
      .nullable()
      .describe('Null while the shop is closing. When the shop is erased, its conversations are deleted.'),
    unread: z.boolean().describe("Whether the shop's last message is unread."),
    messages: z.int().describe('The number of the last message.'),
    read: z.int().describe('The number of the last message that the shop has read.'),
    last: z
      .object({ side: z.enum(['seller', 'buyer']), text: z.string(), at: z.date() })
      .describe('The last message. `text` is the beginning of it, and empty for a photo.'),
  })
  .meta({ id: 'BuyerConversation' })

export const BuyerConversationQuery = z.strictObject({
  shop: singleLine(64).optional().describe("A shop's username: only the conversation with it is listed."),
  after: cursorParam,
})
/** Lists the account's conversations with shops, the latest first. */
export async function listBuyerConversations(
  db: Tx,
  { account }: Actor,
  query: z.output<typeof BuyerConversationQuery>,
) {
  const { items, next } = await pageByTime(
    db.select().from(buyerConversations),
    { time: buyerConversations.lastAt, id: buyerConversations.id },
    {
      where: and(
        eq(buyerConversations.buyerId, account),
        query.shop ? eq(buyerConversations.username, query.shop.toLowerCase()) : undefined,
      ),
      after: query.after,
    },
    ({ lastAt }) => lastAt,
  )
  return { items: items.map(toBuyerConversation), next }
}

/** @throws Refusal not_found */
export async function findBuyerConversationRow(db: Tx, { account }: Pick<Actor, 'account'>, id: string) {
  const [found] = await db
    .select()
    .from(buyerConversations)
    .where(and(eq(buyerConversations.buyerId, account), eq(buyerConversations.id, id)))
  if (!found) throw new Refusal('not_found')
  return found
}

/** @throws Refusal not_found */
export async function findBuyerConversation(db: Tx, actor: Actor, id: string) {
  return toBuyerConversation(await findBuyerConversationRow(db, actor, id))
}

/**
 * Lists the messages of a conversation as the buyer's account sees them.
 * @throws Refusal not_found
 */
export async function listBuyerTimeline(
  db: Tx,
  actor: Actor,
  id: string,
  query: z.output<typeof TimelineQuery>,
) {
  await findBuyerConversationRow(db, actor, id)
  const { number } = buyerMessages
  return timelinePage(query, async (from, isForward) => {
    const found = await db
      .select()
      .from(buyerMessages)
      .where(
        and(
          eq(buyerMessages.buyerId, actor.account),
          eq(buyerMessages.conversationId, id),
          from === undefined ? undefined : isForward ? gt(number, from) : lt(number, from),
        ),
      )
      .orderBy(isForward ? asc(number) : desc(number))
      .limit(entriesPerPage + 1)
    return found.map((row) => toBuyerMessage(row, actor.account))
  })
}

/**
 * Marks messages as read up to this number. The shop can see which messages were read.
 * @throws Refusal not_found
 */
export async function markReadByBuyer(
  db: Tx,
  actor: Actor,
  id: string,
  { number }: z.output<typeof ReadUpTo>,
) {
  const { accountId } = await findBuyerConversationRow(db, actor, id)
  await actingForOtherAccount(db, accountId, scopeOf(actor), async () => {
    const [changed] = await db
      .update(conversations)
      .set({ buyerRead: sql`least(${number}, ${conversations.messages})` })
      .where(
        and(
          byKey(conversations, accountId, id),
          lt(conversations.buyerRead, number),
          lt(conversations.buyerRead, conversations.messages),
        ),
      )
      .returning()
    if (changed) await publishToTeamAndBuyer(db, changed)
  })
  return {}
}

type Own = typeof buyerConversations.$inferSelect

const toBuyerConversation = ({ username, shop, ...own }: Own): z.input<typeof BuyerConversation> => ({
  id: own.id,
  shop: username !== null && shop !== null ? { username, name: shop } : null,
  unread: own.unread,
  messages: own.messages,
  read: own.sellerRead,
  last: { side: own.lastSide, text: own.lastText, at: own.lastAt },
})
