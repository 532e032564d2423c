import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { tryMembership } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { colleague } from '../team/colleagues.ts'
import { append, type Conversation, ofConversation, subjectOf } from './holding.ts'
import { conversations } from './tables.ts'

type To = { person: string; name: string } | null

/** Gives the conversation, which is held, into somebody's care, or (null) into nobody's. */
export async function assign(db: Tx, actor: Actor, held: Conversation, to: To): Promise<void> {
  if (held.assigneeId === (to?.person ?? null)) return
  await db
    .update(conversations)
    .set({ assigneeId: to?.person ?? null, assigneeName: to?.name ?? null })
    .where(ofConversation(held))
  await append(db, held, {
    kind: 'assigned',
    side: 'seller',
    personId: actor.person,
    personName: actor.name,
    text: to?.name ?? '',
  })
  await record(db, actor, {
    act: to ? 'messages.assigned' : 'messages.unassigned',
    subject: subjectOf(held),
    ...(to && { details: { to: to.name } }),
  })
}

/**
 * Whom a membership's id names, if they may answer. Their membership is held, so that its end comes after and passes
 * the conversation on; while it is being changed, nothing is given to them.
 * @throws Refusal not_found or being_changed
 */
export async function whom(db: Tx, actor: Actor, member: string | null): Promise<To> {
  if (member === null) return null
  const found = await colleague(db, actor, member, 'messages.reply')
  if (!found) throw new Refusal('not_found')
  if (!(await tryMembership(db, actor.account, found.person))) throw new Refusal('being_changed')
  const still = await colleague(db, actor, member, 'messages.reply')
  if (!still) throw new Refusal('not_found')
  return still
}
