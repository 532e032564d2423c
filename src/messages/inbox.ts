import { and, desc, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { rows, type Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { line } from '../ground/text.ts'
import { buyerOf } from '../orders/buyers.ts'
import { ofConversation, type Conversation as Row } from './holding.ts'
import { saying } from './searching.ts'
import { conversations } from './tables.ts'

export const inboxViews = ['all', 'unread', 'mine', 'unassigned', 'closed'] as const

export const InboxQuery = z.strictObject({
  /** unread, mine and unassigned leave out what is closed; all leaves out nothing. */
  view: z.enum(inboxViews).optional(),
  /** In the messages, the notes and the buyers' names; one or two letters, in the names alone. */
  search: line(200, 0).optional(),
  after,
})

const summary = {
  id: z.string(),
  /** Null once that account is deleted. */
  buyerName: z.string().nullable(),
  assignee: z.object({ person: z.string(), name: z.string() }).nullable(),
  /** Whether the team has yet to read what the buyer wrote. */
  unread: z.boolean(),
  closed: z.object({ at: z.date(), by: z.string() }).nullable(),
  /** The buyer cannot write any more. */
  blocked: z.object({ at: z.date(), by: z.string() }).nullable(),
  /** The last message: how it begins; empty for a photo. */
  last: z.object({ side: z.enum(['seller', 'buyer']), text: z.string(), at: z.date() }),
}
export const ConversationRow = z.object(summary).meta({ id: 'ConversationRow' })

export const Conversation = z
  .object({
    ...summary,
    /** The username that leads to the buyer's own shop; null once there is none. */
    buyerUsername: z.string().nullable(),
    /** The number of the last message; the last that the team has read, and the buyer. */
    messages: z.int(),
    read: z.int(),
    buyerRead: z.int(),
    createdAt: z.date(),
  })
  .meta({ id: 'Conversation' })

/** How many there are; more than can be counted quickly are told as `most`. */
export const InboxCounts = z.object({ unread: z.int(), mine: z.int(), unassigned: z.int(), most: z.int() })
const most = 100

type View = (typeof inboxViews)[number]

/** Whether the team has yet to read what the buyer wrote. */
export const isUnread = sql`(${conversations.buyerLast} > ${conversations.sellerRead} or ${conversations.keptUnread})`
const open = isNull(conversations.closedAt)
const filters: Record<View, (actor: Actor) => SQL | undefined> = {
  all: () => undefined,
  unread: () => and(isUnread, open),
  mine: ({ person }) => and(eq(conversations.assigneeId, person), open),
  unassigned: () => and(isNull(conversations.assigneeId), open),
  closed: () => isNotNull(conversations.closedAt),
}

/** Those in which something was written, the latest first. */
export async function list(
  db: Tx,
  actor: Actor,
  { view = 'all', search, after }: z.output<typeof InboxQuery>,
) {
  const found = await db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.accountId, actor.account),
        filters[view](actor),
        search ? await saying(db, search) : undefined,
        paged(conversations, readCursor(after, 2)),
      ),
    )
    .orderBy(desc(conversations.lastAt), desc(conversations.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ lastAt, id }) => [lastAt.toISOString(), id])
  return { items: items.map(short), next }
}

/** Those before the last of a page, in a list whose latest come first. */
export function paged(of: { lastAt: PgColumn; id: PgColumn }, cursor: string[] | undefined): SQL | undefined {
  const [at = '', id = ''] = cursor ?? []
  if (!/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(at) || Number.isNaN(Date.parse(at))) return undefined
  const last = new Date(at)
  return or(lt(of.lastAt, last), and(eq(of.lastAt, last), lt(of.id, id)))
}

/** What waits, as far as it is quickly counted. */
export async function counts(db: Tx, actor: Actor): Promise<z.input<typeof InboxCounts>> {
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
export async function find(db: Tx, { account }: Pick<Actor, 'account'>, id: string): Promise<Row> {
  const [found] = await db
    .select()
    .from(conversations)
    .where(ofConversation({ accountId: account, id }))
  if (!found) throw new Refusal('not_found')
  return found
}

/** @throws Refusal not_found */
export async function show(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Conversation>> {
  const found = await find(db, actor, id)
  const [window] = await rows<{ username: string }>(
    db,
    sql`select username from shop_windows where id = ${found.buyerId} and asked = username`,
  )
  const { messages, sellerRead: read, buyerRead, createdAt } = found
  return { ...short(found), buyerUsername: window?.username ?? null, messages, read, buyerRead, createdAt }
}

/** The conversation with an order's buyer; null: none of the two has written yet. @throws Refusal not_found */
export async function ofOrder(db: Tx, { account }: Actor, order: string) {
  const buyer = await buyerOf(db, { account }, order)
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
