import { and, eq, gt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { later } from '../notices/waiting.ts'
import { buyerOf } from '../orders/buyers.ts'
import { aboutOf } from './about.ts'
import { assign } from './assigning.ts'
import {
  append,
  type Conversation,
  hold,
  holdPair,
  ofConversation,
  type Said,
  subjectOf,
  tellBoth,
  tellTeam,
  writtenBefore,
} from './holding.ts'
import type { NewNote, NewOutreach, NewReply } from './message.ts'
import { conversations, entries } from './tables.ts'
import { teamView } from './views.ts'

type Care = Pick<z.output<typeof NewReply>, 'seen' | 'anyway'>

/**
 * Answers as the account.
 * @throws Refusal not_found, buyer_gone, conversation_blocked, key_reused, or answered_meanwhile by a colleague
 */
export async function reply(db: Tx, actor: Actor, id: string, input: z.output<typeof NewReply>) {
  const held = await hold(db, actor.account, id)
  const about = await aboutOf(db, actor.account, held.buyerId, input.about)
  return say(db, actor, held, { kind: 'text', text: input.text, about, key: input.key }, input)
}

/** Writes to the buyer of an order, whether or not they ever wrote. @throws Refusal not_found, and as `reply` */
export async function reachOut(db: Tx, actor: Actor, { order, text, key }: z.output<typeof NewOutreach>) {
  const buyer = await buyerOf(db, actor, order)
  if (buyer.name === null) throw new Refusal('buyer_gone')
  const held = await holdPair(db, actor.account, buyer.id, buyer.name)
  const about = await aboutOf(db, actor.account, held.buyerId, { kind: 'order', id: order })
  const entry = await say(db, actor, held, { kind: 'text', text, about, key })
  return { conversation: held.id, entry }
}

/** Puts it to the buyer, once for each key. Whoever answers what nobody takes care of takes care of it. */
export async function say(db: Tx, actor: Actor, held: Conversation, { key, ...said }: Said, care: Care = {}) {
  const before = await writtenBefore(db, held, actor.person, 'seller', { key, ...said })
  if (before) return teamView(before)
  if (held.buyerName === null) throw new Refusal('buyer_gone')
  if (held.blockedAt) throw new Refusal('conversation_blocked')
  if (!care.anyway) await checkColleagues(db, actor, held, care.seen)
  if (!held.assigneeId) await assign(db, actor, held, actor)
  const { person: personId, name: personName } = actor
  const entry = await append(db, held, { ...said, side: 'seller', personId, personName, key: key ?? null })
  // Whoever answers has read what they saw; without a word of theirs, all that was there.
  const sellerRead = Math.max(held.sellerRead, Math.min(care.seen ?? held.messages, held.messages))
  await db.update(conversations).set({ sellerRead, keptUnread: false }).where(ofConversation(held))
  await record(db, actor, { act: 'messages.replied', subject: subjectOf(held) })
  await tellBoth(db, held)
  if (held.buyerRead >= held.sellerLast)
    await later(db, { account: held.buyerId, kind: 'replies', subject: held.id })
  return teamView(entry)
}

/** Two people do not answer at once unawares. @throws Refusal answered_meanwhile */
async function checkColleagues(db: Tx, { person }: Actor, held: Conversation, seen: number | undefined) {
  if (seen === undefined || held.sellerLast <= seen) return
  const [other] = await db
    .select({ name: entries.personName, person: entries.personId })
    .from(entries)
    .where(
      and(
        eq(entries.accountId, held.accountId),
        eq(entries.conversationId, held.id),
        eq(entries.side, 'seller'),
        gt(entries.number, seen),
        sql`${entries.personId} is distinct from ${person}`,
      ),
    )
    .limit(1)
  if (other) throw new Refusal('answered_meanwhile', { by: other.name, number: held.sellerLast })
}

/** Notes something for the team. The buyer never has it. @throws Refusal not_found or key_reused */
export async function note(db: Tx, actor: Actor, id: string, { text, key }: z.output<typeof NewNote>) {
  const held = await hold(db, actor.account, id)
  const before = await writtenBefore(db, held, actor.person, 'seller', { kind: 'note', key, text })
  if (before) return teamView(before)
  const { person: personId, name: personName } = actor
  const entry = await append(db, held, {
    kind: 'note',
    side: 'seller',
    personId,
    personName,
    text,
    key: key ?? null,
  })
  await record(db, actor, { act: 'messages.noted', subject: subjectOf(held) })
  await tellTeam(db, held)
  return teamView(entry)
}
