import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { byRow } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { definePush, publishPush } from '../../platform/events.ts'
import { changesSomething, idReference, nothingToChange } from '../../platform/text-schemas.ts'
import {
  appendEntry,
  type ConversationRecord,
  conversationSubject,
  lockConversation,
  publishToTeam,
  publishToTeamAndBuyer,
} from '../conversation.ts'
import { conversations } from '../tables.ts'
import { assignConversation, findAssignee } from './assign.ts'
import { findConversation, findConversationRow } from './inbox.ts'

export const ConversationChange = z
  .strictObject({
    assignee: idReference.nullable().optional().describe('The id of a member who may answer; null: nobody.'),
    closed: z.boolean().optional(),
    blocked: z.boolean().optional().describe('Whether the buyer can no longer write to the account.'),
    unread: z
      .literal(true)
      .optional()
      .describe(
        'Marks the conversation as unread. It has no effect on one that the same request closes or blocks.',
      ),
  })
  .refine(changesSomething, nothingToChange)
  .refine(({ closed, blocked, unread }) => !unread || !(closed || blocked), { path: ['unread'] })

/**
 * Assigns, closes, reopens, blocks or unblocks a conversation, or marks it as unread.
 * @throws Refusal not_found, or being_changed for an assignee whose membership is being changed
 */
export async function updateConversation(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof ConversationChange>,
) {
  const held = await lockConversation(db, actor.account, id)
  if (input.assignee !== undefined)
    await assignConversation(db, actor, held, await findAssignee(db, actor, input.assignee))
  if (input.closed !== undefined) await close(db, actor, held, input.closed)
  if (input.blocked !== undefined) await block(db, actor, held, input.blocked)
  if (input.unread) await db.update(conversations).set({ keptUnread: true }).where(byRow(conversations, held))
  await publishToTeam(db, held)
  return findConversation(db, actor, id)
}

/** A closed or blocked conversation counts as read. */
const isDealtWith = { sellerRead: sql`${conversations.messages}`, keptUnread: false }

async function close(db: Tx, actor: Actor, held: ConversationRecord, isClosed: boolean): Promise<void> {
  if ((held.closedAt !== null) === isClosed) return
  await db
    .update(conversations)
    .set(
      isClosed
        ? { closedAt: sql`now()`, closedBy: actor.name, ...isDealtWith }
        : { closedAt: null, closedBy: null },
    )
    .where(byRow(conversations, held))
  await tellOf(db, actor, held, isClosed ? 'closed' : 'reopened')
}

async function block(db: Tx, actor: Actor, held: ConversationRecord, isBlocked: boolean): Promise<void> {
  if ((held.blockedAt !== null) === isBlocked) return
  await db
    .update(conversations)
    .set(
      isBlocked
        ? { blockedAt: sql`now()`, blockedBy: actor.name, ...isDealtWith }
        : { blockedAt: null, blockedBy: null },
    )
    .where(byRow(conversations, held))
  await tellOf(db, actor, held, isBlocked ? 'blocked' : 'unblocked')
}

async function tellOf(
  db: Tx,
  actor: Actor,
  held: ConversationRecord,
  kind: 'closed' | 'reopened' | 'blocked' | 'unblocked',
): Promise<void> {
  await appendEntry(db, held, { kind, side: 'seller', personId: actor.person, personName: actor.name })
  await recordAct(db, actor, { act: `messages.${kind}`, subject: conversationSubject(held) })
}

/**
 * Marks messages as read up to this number. The buyer can see it.
 * @throws Refusal not_found
 */
export async function markConversationRead(db: Tx, actor: Actor, id: string, number: number) {
  const held = await lockConversation(db, actor.account, id)
  const upTo = Math.min(number, held.messages)
  if (upTo > held.sellerRead || held.keptUnread) {
    const sellerRead = Math.max(upTo, held.sellerRead)
    await db.update(conversations).set({ sellerRead, keptUnread: false }).where(byRow(conversations, held))
    await publishToTeamAndBuyer(db, held)
  }
  return {}
}

/** A member is about to answer a conversation. */
export const ReplyingPush = definePush('replying', {
  conversation: z.string(),
  person: z.string(),
  name: z.string(),
})

/**
 * Tells the other members' open pages that this member is about to answer. Nothing is stored.
 * @throws Refusal not_found
 */
export async function publishReplying(db: Tx, actor: Actor, id: string) {
  await findConversationRow(db, actor, id)
  await publishPush(
    db,
    { kind: 'said', account: actor.account, permission: 'messages.reply' },
    ReplyingPush,
    { conversation: id, person: actor.person, name: actor.name },
  )
  return {}
}
