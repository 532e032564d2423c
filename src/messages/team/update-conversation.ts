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
    assignee: idReference
      .nullable()
      .optional()
      .describe('The id of a member who may answer, or null to assign the conversation to nobody.'),
    closed: z.boolean().optional(),
    blocked: z.boolean().optional().describe('Whether the buyer can no longer write to the account.'),
    unread: z
      .literal(true)
      .optional()
      .describe('Marks the conversation as unread. A request that also closes or blocks it is refused.'),
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
  const locked = await lockConversation(db, actor.account, id)
  if (input.assignee !== undefined)
    await assignConversation(db, actor, locked, await findAssignee(db, actor, input.assignee))
  if (input.closed !== undefined) await setClosed(db, actor, locked, input.closed)
  if (input.blocked !== undefined) await setBlocked(db, actor, locked, input.blocked)
  if (input.unread)
    await db.update(conversations).set({ keptUnread: true }).where(byRow(conversations, locked))
  await publishToTeam(db, locked)
  return findConversation(db, actor, id)
}

/** Closing or blocking a conversation marks it as read. */
const markedRead = { sellerRead: sql`${conversations.messages}`, keptUnread: false }

async function setClosed(db: Tx, actor: Actor, locked: ConversationRecord, isClosed: boolean): Promise<void> {
  if ((locked.closedAt !== null) === isClosed) return
  await db
    .update(conversations)
    .set(
      isClosed
        ? { closedAt: sql`now()`, closedBy: actor.name, ...markedRead }
        : { closedAt: null, closedBy: null },
    )
    .where(byRow(conversations, locked))
  await logChange(db, actor, locked, isClosed ? 'closed' : 'reopened')
}

async function setBlocked(
  db: Tx,
  actor: Actor,
  locked: ConversationRecord,
  isBlocked: boolean,
): Promise<void> {
  if ((locked.blockedAt !== null) === isBlocked) return
  await db
    .update(conversations)
    .set(
      isBlocked
        ? { blockedAt: sql`now()`, blockedBy: actor.name, ...markedRead }
        : { blockedAt: null, blockedBy: null },
    )
    .where(byRow(conversations, locked))
  await logChange(db, actor, locked, isBlocked ? 'blocked' : 'unblocked')
}

async function logChange(
  db: Tx,
  actor: Actor,
  locked: ConversationRecord,
  kind: 'closed' | 'reopened' | 'blocked' | 'unblocked',
): Promise<void> {
  await appendEntry(db, locked, { kind, side: 'seller', personId: actor.person, personName: actor.name })
  await recordAct(db, actor, { act: `messages.${kind}`, subject: conversationSubject(locked) })
}

/**
 * Marks messages as read up to this number. The buyer can see which messages were read.
 * @throws Refusal not_found
 */
export async function markConversationRead(db: Tx, actor: Actor, id: string, number: number) {
  const locked = await lockConversation(db, actor.account, id)
  const upTo = Math.min(number, locked.messages)
  if (upTo > locked.sellerRead || locked.keptUnread) {
    const sellerRead = Math.max(upTo, locked.sellerRead)
    await db.update(conversations).set({ sellerRead, keptUnread: false }).where(byRow(conversations, locked))
    await publishToTeamAndBuyer(db, locked)
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
 * Pushes to the other members' open pages that this member is about to answer. Nothing is stored.
 * @throws Refusal not_found
 */
export async function publishReplying(db: Tx, actor: Actor, id: string) {
  await findConversationRow(db, actor, id)
  await publishPush(
    db,
    { kind: 'push', account: actor.account, permission: 'messages.reply' },
    ReplyingPush,
    { conversation: id, person: actor.person, name: actor.name },
  )
  return {}
}
