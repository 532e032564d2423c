import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { people } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { mails } from '../platform/mail/tables.ts'
import { invitations } from './tables.ts'
import type { InvitationView } from './team-views.ts'

export type Invitation = typeof invitations.$inferSelect

/**
 * The status as people see it: the outcome if there is one, else `pending` until the link expires. @param now `tx.now`
 */
export const invitationStatus = (
  { outcome, expiresAt }: Pick<Invitation, 'outcome' | 'expiresAt'>,
  now: Date,
) => outcome ?? (expiresAt > now ? 'pending' : 'expired')

/** @throws Refusal not_found */
export async function findInvitation(db: Tx, actor: Actor, id: string): Promise<Invitation> {
  const [found] = await db
    .select()
    .from(invitations)
    .where(byKey(invitations, actor.account, id))
  if (!found) throw new Refusal('not_found')
  return found
}

/** @throws Refusal not_found, or invitation_settled with its outcome */
export async function findPendingInvitation(db: Tx, actor: Actor, id: string): Promise<Invitation> {
  const found = await findInvitation(db, actor, id)
  if (found.outcome) throw new Refusal('invitation_settled', { outcome: found.outcome })
  return found
}

/** The most recent mail of each invitation. */
const lastMail = sql`(
  select json_build_object('status', m.status, 'at', coalesce(m.settled_at, m.created_at), 'reason', m.reason)
  from ${mails} m where m.account_id = ${invitations.accountId} and m.subject_id = ${invitations.id}
  order by m.created_at desc, m.id desc limit 1)`

export const selectInvitations = (db: Tx) =>
  db
    .select({
      invitation: invitations,
      invitedBy: { id: people.id, name: people.name },
      delivery: sql<{
        status: 'queued' | 'sent' | 'failed' | 'kept'
        at: string
        reason: string | null
      } | null>`${lastMail}`,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))

type Shown = Awaited<ReturnType<ReturnType<typeof selectInvitations>['execute']>>[number]

export const toInvitationView = (
  { invitation, invitedBy, delivery }: Shown,
  now: Date,
): z.input<typeof InvitationView> => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  status: invitationStatus(invitation, now),
  invitedBy,
  createdAt: invitation.createdAt,
  expiresAt: invitation.expiresAt,
  endsAt: invitation.endsAt,
  locale: invitation.language,
  delivery: delivery && { state: delivery.status, at: new Date(delivery.at), reason: delivery.reason },
})

/** Finds the invitation as members who manage the team see it. */
export async function findInvitationView(db: Tx, actor: Actor, id: string) {
  const [found] = await selectInvitations(db).where(byKey(invitations, actor.account, id))
  if (!found) throw new Refusal('not_found')
  return toInvitationView(found, db.now)
}
