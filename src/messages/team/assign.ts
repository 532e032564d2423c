import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { tryLockMembership } from '../../access/locks.ts'
import { Refusal } from '../../errors/refusal.ts'
import { byRow } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findOtherMember } from '../../team/find-member.ts'
import { appendEntry, type ConversationRecord, conversationSubject } from '../conversation.ts'
import { conversations } from '../tables.ts'

type Assignee = { person: string; name: string } | null

/** Assigns a locked conversation to a member, or (null) to nobody. */
export async function assignConversation(
  db: Tx,
  actor: Actor,
  locked: ConversationRecord,
  to: Assignee,
): Promise<void> {
  if (locked.assigneeId === (to?.person ?? null)) return
  await db
    .update(conversations)
    .set({ assigneeId: to?.person ?? null, assigneeName: to?.name ?? null })
    .where(byRow(conversations, locked))
  await appendEntry(db, locked, {
    kind: 'assigned',
    side: 'seller',
    personId: actor.person,
    personName: actor.name,
    text: to?.name ?? '',
  })
  await recordAct(db, actor, {
    act: to ? 'messages.assigned' : 'messages.unassigned',
    subject: conversationSubject(locked),
    ...(to && { details: { to: to.name } }),
  })
}

/**
 * Finds the person behind a member's id, if that member may answer. The membership is locked: it can end only after
 * this transaction, and its end then reassigns the conversation. Nothing is assigned to a member who is being changed
 * or removed.
 * @throws Refusal not_found or being_changed
 */
export async function findAssignee(db: Tx, actor: Actor, member: string | null): Promise<Assignee> {
  if (member === null) return null
  const found = await findOtherMember(db, actor, member, 'messages.reply')
  if (!found) throw new Refusal('not_found')
  if (!(await tryLockMembership(db, actor.account, found.person))) throw new Refusal('being_changed')
  const foundAgain = await findOtherMember(db, actor, member, 'messages.reply')
  if (!foundAgain) throw new Refusal('not_found')
  return foundAgain
}
