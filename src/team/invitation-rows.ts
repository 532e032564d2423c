import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { people } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { mails } from '../ground/tables.ts'
import { invitations } from './tables.ts'
import type { InvitationView } from './views.ts'

export type Invitation = typeof invitations.$inferSelect

/** The state as people see it: an outcome, or pending until its link expires. */
export const stateOf = ({ outcome, expiresAt }: Pick<Invitation, 'outcome' | 'expiresAt'>) =>
  outcome ?? (expiresAt.getTime() > Date.now() ? 'pending' : 'expired')

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string): Promise<Invitation> {
  const [found] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.accountId, actor.account), eq(invitations.id, id)))
  if (!found) throw new Refusal('not_found')
  return found
}

/** @throws Refusal not_found, or invitation_settled with its outcome */
export async function findOpen(db: Tx, actor: Actor, id: string): Promise<Invitation> {
  const found = await find(db, actor, id)
  if (found.outcome) throw new Refusal('invitation_settled', { outcome: found.outcome })
  return found
}

/** The mail sent last for each invitation. */
const lastMail = sql`(
  select json_build_object('state', m.state, 'at', coalesce(m.settled_at, m.created_at), 'reason', m.reason)
  from ${mails} m where m.account_id = ${invitations.accountId} and m.subject_id = ${invitations.id}
  order by m.created_at desc, m.id desc limit 1)`

export const shown = (db: Tx) =>
  db
    .select({
      invitation: invitations,
      invitedBy: { id: people.id, name: people.name },
      delivery: sql<{
        state: 'queued' | 'sent' | 'failed' | 'kept'
        at: string
        reason: string | null
      } | null>`${lastMail}`,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

export const view = ({ invitation, invitedBy, delivery }: Shown): z.input<typeof InvitationView> => ({
  ...invitation,
  status: stateOf(invitation),
  locale: invitation.language,
  invitedBy,
  delivery: delivery && { ...delivery, at: new Date(delivery.at) },
})

/** The invitation as whoever manages the team sees it. */
export async function viewOf(db: Tx, actor: Actor, id: string) {
  const [found] = await shown(db).where(and(eq(invitations.accountId, actor.account), eq(invitations.id, id)))
  if (!found) throw new Refusal('not_found')
  return view(found)
}
