import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { tooOften } from '../door/limits.ts'
import { holdAlone } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { later } from '../notices/waiting.ts'
import { windowOf } from '../shops/shops.ts'
import { aboutOf } from './about.ts'
import {
  append,
  type Conversation,
  hold,
  holdPair,
  ofConversation,
  type Said,
  tellBoth,
  writtenBefore,
} from './holding.ts'
import type { NewConversation, NewMessage } from './message.ts'
import { find } from './own.ts'
import { conversations, ownMessages } from './tables.ts'
import { justWritten } from './views.ts'

/** Milliseconds after which what waits still is told of anew when the buyer writes again. */
const longSince = 3_600_000

/** Shops that an account can newly write to in a day. */
export const newPerDay = 50

/**
 * Writes to a shop: what they wrote to each other before goes on.
 * @throws Refusal not_found, own_shop, blocked, rate_limited or key_reused
 */
export async function start(db: Tx, actor: Actor, { shop, ...said }: z.output<typeof NewConversation>) {
  const { id: seller, name } = await windowOf(db, shop)
  if (seller === actor.account) throw new Refusal('own_shop')
  const about = await aboutOf(db, seller, actor.account, said.about)
  await checkNew(db, actor, seller)
  const written = await onTheSideOf(db, seller, { as: 'account', ...actor }, async () => {
    const held = await holdPair(db, seller, actor.account, actor.accountName)
    return add(db, actor, held, { kind: 'text', text: said.text, about, key: said.key })
  })
  if (written.isNew) await note(db, actor, written.row.conversationId, name)
  return { conversation: written.row.conversationId, message: justWritten(written.row, actor.account) }
}

/** Goes on writing. @throws Refusal not_found, shop_gone, blocked or key_reused */
export async function write(db: Tx, actor: Actor, id: string, said: z.output<typeof NewMessage>) {
  const own = await find(db, actor, id)
  const about = await aboutOf(db, own.accountId, actor.account, said.about)
  return put(db, actor, own, { kind: 'text', text: said.text, about, key: said.key })
}

type Own = Awaited<ReturnType<typeof find>>

/** @throws Refusal shop_gone, blocked or key_reused */
export async function put(db: Tx, actor: Actor, { id, accountId: seller, shop }: Own, said: Said) {
  if (shop === null) throw new Refusal('shop_gone')
  const written = await onTheSideOf(db, seller, { as: 'account', ...actor }, async () =>
    add(db, actor, await hold(db, seller, id), said),
  )
  if (written.isNew) await note(db, actor, id, shop)
  return justWritten(written.row, actor.account)
}

/** As the seller's side. What was closed is open again. */
async function add(db: Tx, actor: Actor, held: Conversation, { key, ...said }: Said) {
  const { person: personId, name: personName, accountName } = actor
  const before = await writtenBefore(db, held, personId, 'buyer', { key, ...said })
  if (before) return { row: before, isNew: false }
  if (held.blockedAt) throw new Refusal('blocked')
  const isClosed = held.closedAt !== null
  await db
    .update(conversations)
    .set({ buyerName: accountName, ...(isClosed && { closedAt: null, closedBy: null }) })
    .where(ofConversation(held))
  if (isClosed)
    await append(db, held, { kind: 'reopened', side: 'buyer', personId: null, personName: accountName })
  const row = await append(db, held, { ...said, side: 'buyer', personId, personName, key: key ?? null })
  await tellBoth(db, held)
  // Once for what comes in a row; again for what comes much later.
  if (held.sellerRead >= held.buyerLast || held.lastAt < new Date(Date.now() - longSince))
    await later(db, { account: held.accountId, kind: 'messages', subject: held.id })
  return { row, isNew: true }
}

const note = (db: Tx, actor: Actor, id: string, shop: string) =>
  record(db, actor, { act: 'spending.wrote', subject: { id, name: shop } })

/** Nobody writes to every shop there is. @throws Refusal rate_limited */
async function checkNew(db: Tx, { account }: Actor, seller: string): Promise<void> {
  await holdAlone(db, 'asking', account)
  const mine = eq(ownMessages.buyerId, account)
  const [known] = await db
    .select({ id: ownMessages.id })
    .from(ownMessages)
    .where(and(mine, eq(ownMessages.accountId, seller)))
    .limit(1)
  if (known) return
  const begun = await db
    .select({ at: ownMessages.createdAt })
    .from(ownMessages)
    .where(
      and(
        mine,
        eq(ownMessages.number, 1),
        eq(ownMessages.side, 'buyer'),
        gt(ownMessages.createdAt, sql`now() - interval '1 day'`),
      ),
    )
    .orderBy(asc(ownMessages.createdAt))
    .limit(newPerDay)
  const [first] = begun
  if (first && begun.length >= newPerDay) throw tooOften(new Date(first.at.getTime() + 86_400_000))
}
