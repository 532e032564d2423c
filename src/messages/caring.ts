import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { isSomething, nothing, reference } from '../ground/text.ts'
import { assign, whom } from './assigning.ts'
import { append, type Conversation, hold, ofConversation, subjectOf, tellBoth, tellTeam } from './holding.ts'
import { find, show } from './inbox.ts'
import { conversations } from './tables.ts'

export const ConversationChange = z
  .strictObject({
    /** A member who may answer, by the membership's id; null: nobody. */
    assignee: reference.nullable().optional(),
    closed: z.boolean().optional(),
    /** Whether the buyer can no longer write to the account. */
    blocked: z.boolean().optional(),
    /** True: the team looks at it again as if nobody had. Not of what is closed or blocked by the same call. */
    unread: z.literal(true).optional(),
  })
  .refine(isSomething, nothing)
  .refine(({ closed, blocked, unread }) => !unread || !(closed || blocked), { path: ['unread'] })

/** Takes care of a conversation: who answers it, and whether it goes on. @throws Refusal not_found */
export async function change(db: Tx, actor: Actor, id: string, input: z.output<typeof ConversationChange>) {
  const held = await hold(db, actor.account, id)
  if (input.assignee !== undefined) await assign(db, actor, held, await whom(db, actor, input.assignee))
  if (input.closed !== undefined) await close(db, actor, held, input.closed)
  if (input.blocked !== undefined) await block(db, actor, held, input.blocked)
  if (input.unread) await db.update(conversations).set({ keptUnread: true }).where(ofConversation(held))
  await tellTeam(db, held)
  return show(db, actor, id)
}

/** What is closed or blocked waits for nobody. */
const isDealtWith = { sellerRead: sql`${conversations.messages}`, keptUnread: false }

async function close(db: Tx, actor: Actor, held: Conversation, isClosed: boolean): Promise<void> {
  if ((held.closedAt !== null) === isClosed) return
  await db
    .update(conversations)
    .set(
      isClosed
        ? { closedAt: sql`now()`, closedBy: actor.name, ...isDealtWith }
        : { closedAt: null, closedBy: null },
    )
    .where(ofConversation(held))
  await tellOf(db, actor, held, isClosed ? 'closed' : 'reopened')
}

async function block(db: Tx, actor: Actor, held: Conversation, isBlocked: boolean): Promise<void> {
  if ((held.blockedAt !== null) === isBlocked) return
  await db
    .update(conversations)
    .set(
      isBlocked
        ? { blockedAt: sql`now()`, blockedBy: actor.name, ...isDealtWith }
        : { blockedAt: null, blockedBy: null },
    )
    .where(ofConversation(held))
  await tellOf(db, actor, held, isBlocked ? 'blocked' : 'unblocked')
}

async function tellOf(
  db: Tx,
  actor: Actor,
  held: Conversation,
  kind: 'closed' | 'reopened' | 'blocked' | 'unblocked',
): Promise<void> {
  await append(db, held, { kind, side: 'seller', personId: actor.person, personName: actor.name })
  await record(db, actor, { act: `messages.${kind}`, subject: subjectOf(held) })
}

/** Somebody of the team has read up to there: the buyer sees it. @throws Refusal not_found */
export async function read(db: Tx, actor: Actor, id: string, number: number) {
  const held = await hold(db, actor.account, id)
  const upTo = Math.min(number, held.messages)
  if (upTo > held.sellerRead || held.keptUnread) {
    const sellerRead = Math.max(upTo, held.sellerRead)
    await db.update(conversations).set({ sellerRead, keptUnread: false }).where(ofConversation(held))
    await tellBoth(db, held)
  }
  return {}
}

/** Tells the rest of the team, while it lasts, who is about to answer. @throws Refusal not_found */
export async function replying(db: Tx, actor: Actor, id: string) {
  await find(db, actor, id)
  await tell(db, {
    kind: 'said',
    account: actor.account,
    permission: 'messages.reply',
    say: { type: 'replying', conversation: id, person: actor.person, name: actor.name },
  })
  return {}
}
