import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { line } from '../ground/text.ts'
import { ofConversation, tellBoth } from './holding.ts'
import { paged } from './inbox.ts'
import { place, type TimelineQuery } from './message.ts'
import { conversations, ownConversations, ownMessages } from './tables.ts'
import { page, portion } from './timeline.ts'
import { buyerView } from './views.ts'

/** A conversation as the buyer's account has it. */
export const SellerConversation = z
  .object({
    id: z.string(),
    /** Null once there is no such shop; what was written goes when it is erased. */
    shop: z.object({ username: z.string(), name: z.string() }).nullable(),
    unread: z.boolean(),
    /** The number of the last message, and the last that the shop has read. */
    messages: z.int(),
    read: z.int(),
    last: z.object({ side: z.enum(['seller', 'buyer']), text: z.string(), at: z.date() }),
  })
  .meta({ id: 'SellerConversation' })

export const SellerQuery = z.strictObject({
  /** The conversation with one shop alone, if there is one. */
  shop: line(64).optional(),
  after,
})
export const ReadUpTo = z.strictObject({ number: place })

/** Those of the account, the latest first. */
export async function list(db: Tx, { account }: Actor, query: z.output<typeof SellerQuery>) {
  const found = await db
    .select()
    .from(ownConversations)
    .where(
      and(
        eq(ownConversations.buyerId, account),
        query.shop ? eq(ownConversations.username, query.shop.toLowerCase()) : undefined,
        paged(ownConversations, readCursor(query.after, 2)),
      ),
    )
    .orderBy(desc(ownConversations.lastAt), desc(ownConversations.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ lastAt, id }) => [lastAt.toISOString(), id])
  return { items: items.map(view), next }
}

/** @throws Refusal not_found */
export async function find(db: Tx, { account }: Pick<Actor, 'account'>, id: string) {
  const [found] = await db
    .select()
    .from(ownConversations)
    .where(and(eq(ownConversations.buyerId, account), eq(ownConversations.id, id)))
  if (!found) throw new Refusal('not_found')
  return found
}

/** @throws Refusal not_found */
export async function show(db: Tx, actor: Actor, id: string) {
  return view(await find(db, actor, id))
}

/** @throws Refusal not_found */
export async function timeline(db: Tx, actor: Actor, id: string, query: z.output<typeof TimelineQuery>) {
  await find(db, actor, id)
  const { number } = ownMessages
  return page(query, async (from, isForward) => {
    const found = await db
      .select()
      .from(ownMessages)
      .where(
        and(
          eq(ownMessages.buyerId, actor.account),
          eq(ownMessages.conversationId, id),
          from === undefined ? undefined : isForward ? gt(number, from) : lt(number, from),
        ),
      )
      .orderBy(isForward ? asc(number) : desc(number))
      .limit(portion + 1)
    return found.map((row) => buyerView(row, actor.account))
  })
}

/** Read up to there: the shop sees it. @throws Refusal not_found */
export async function read(db: Tx, actor: Actor, id: string, { number }: z.output<typeof ReadUpTo>) {
  const { accountId } = await find(db, actor, id)
  await onTheSideOf(db, accountId, { as: 'account', ...actor }, async () => {
    const [changed] = await db
      .update(conversations)
      .set({ buyerRead: sql`least(${number}, ${conversations.messages})` })
      .where(
        and(
          ofConversation({ accountId, id }),
          lt(conversations.buyerRead, number),
          lt(conversations.buyerRead, conversations.messages),
        ),
      )
      .returning()
    if (changed) await tellBoth(db, changed)
  })
  return {}
}

type Own = typeof ownConversations.$inferSelect

const view = ({ username, shop, ...own }: Own): z.input<typeof SellerConversation> => ({
  id: own.id,
  shop: username !== null && shop !== null ? { username, name: shop } : null,
  unread: own.unread,
  messages: own.messages,
  read: own.sellerRead,
  last: { side: own.lastSide, text: own.lastText, at: own.lastAt },
})
