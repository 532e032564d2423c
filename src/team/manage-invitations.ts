import { and, count, eq, gt, isNotNull, isNull, lte, min, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type AuditedAct, recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { givenRoles } from '../permissions.ts'
import { byRow } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageByIdOf } from '../platform/database/keyset-page.ts'
import { publish } from '../platform/events.ts'
import { mails } from '../platform/mail/tables.ts'
import { idReference } from '../platform/text-schemas.ts'
import {
  findInvitationView,
  findPendingInvitation,
  type Invitation,
  invitationStatus,
  selectInvitations,
  toInvitationView,
} from './find-invitation.ts'
import { invitationPath, makeInvitationToken } from './invitation-tokens.ts'
import { invitationLinkDays, mailInvitation } from './invite-members.ts'
import { invitations } from './tables.ts'
import { invitationStatuses } from './team-views.ts'

export const InvitationQuery = z.strictObject({
  status: z.enum(invitationStatuses).optional(),
  invitedBy: idReference.optional().describe("A person's id."),
  after: cursorParam,
})
export const InvitationChange = z.strictObject({ role: z.enum(givenRoles) })

const invitationsPerPage = 100
/** How many times one invitation can be sent again within an hour. */
const maxResendsPerHour = 5

const withStatus = (status: (typeof invitationStatuses)[number] | undefined): SQL | undefined => {
  const open = isNull(invitations.outcome)
  if (status === undefined) return open
  if (status === 'pending') return and(open, gt(invitations.expiresAt, sql`now()`))
  if (status === 'expired') {
    return or(eq(invitations.outcome, 'expired'), and(open, lte(invitations.expiresAt, sql`now()`)))
  }
  return and(isNotNull(invitations.outcome), eq(invitations.outcome, status))
}

/** Lists invitations, the latest first. Without a status: those without an outcome, including expired ones. */
export async function listInvitations(db: Tx, actor: Actor, query: z.output<typeof InvitationQuery>) {
  const { items, next } = await pageByIdOf(
    selectInvitations(db),
    invitations.id,
    {
      where: and(
        eq(invitations.accountId, actor.account),
        withStatus(query.status),
        query.invitedBy ? eq(invitations.invitedBy, query.invitedBy) : undefined,
      ),
      after: query.after,
      size: invitationsPerPage,
    },
    ({ invitation }) => invitation.id,
  )
  return { items: items.map((item) => toInvitationView(item, db.now)), next }
}

/**
 * Changes the role of a pending invitation. Links that were already sent stay valid and give the new role.
 * @throws Refusal not_found or invitation_settled
 */
export async function changeInvitationRole(
  db: Tx,
  actor: Actor,
  id: string,
  { role }: z.output<typeof InvitationChange>,
) {
  const invitation = await findPendingInvitation(db, actor, id)
  await db.update(invitations).set({ role }).where(byRow(invitations, invitation))
  return changed(db, actor, invitation, 'team.invitation_role_changed', { from: invitation.role, to: role })
}

export async function cancelInvitation(db: Tx, actor: Actor, id: string) {
  const invitation = await findPendingInvitation(db, actor, id)
  await db
    .update(invitations)
    .set({ outcome: 'cancelled', settledAt: sql`now()`, settledBy: actor.person })
    .where(byRow(invitations, invitation))
  return changed(db, actor, invitation, 'team.invitation_cancelled', { role: invitation.role })
}

/**
 * Sends a new link, which works for seven days from now; older links stop working. An expired invitation is renewed.
 * @throws Refusal not_found, invitation_settled or resent_too_often
 */
export async function resendInvitation(db: Tx, actor: Actor, id: string, services: Services) {
  const invitation = await findPendingInvitation(db, actor, id)
  await checkResends(db, invitation)
  const [renewed] = await db
    .update(invitations)
    .set({
      generation: invitation.generation + 1,
      expiresAt: sql`now() + ${`${invitationLinkDays} days`}::interval`,
    })
    .where(byRow(invitations, invitation))
    .returning()
  await mailInvitation(db, actor, renewed as Invitation, services)
  return changed(db, actor, invitation, 'team.invitation_resent', { role: invitation.role })
}

/** @throws Refusal resent_too_often, with the time when the invitation may be sent again */
async function checkResends(db: Tx, { accountId, id, createdAt }: Invitation) {
  const [sent] = await db
    .select({ count: count(), first: min(mails.createdAt) })
    .from(mails)
    .where(
      and(
        eq(mails.accountId, accountId),
        eq(mails.subjectId, id),
        gt(mails.createdAt, sql`now() - interval '1 hour'`),
        // The first mail is not a resend; it was queued in the transaction that created the invitation.
        gt(
          mails.createdAt,
          sql`(select i.created_at from invitations i where i.id = ${id} and i.account_id = ${accountId})`,
        ),
      ),
    )
  if (!sent || sent.count < maxResendsPerHour) return
  const retryAt = new Date((sent.first ?? createdAt).getTime() + 3_600_000)
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - db.now.getTime()) / 60_000))
  throw new Refusal('resent_too_often', { count: sent.count, minutes, retryAt: retryAt.toISOString() })
}

/**
 * Returns a link that the actor can send in another way. Like the mailed link, it makes the person who uses it a
 * member, but it never proves the address.
 * @throws Refusal not_found, invitation_settled or invitation_expired
 */
export async function copyInvitationLink(db: Tx, actor: Actor, id: string, { config }: Services) {
  const invitation = await findPendingInvitation(db, actor, id)
  if (invitationStatus(invitation, db.now) === 'expired') throw new Refusal('invitation_expired')
  const { accountId: account, generation } = invitation
  const token = makeInvitationToken(config.secret, { account, invitation: id, generation, purpose: 'link' })
  await changed(db, actor, invitation, 'team.link_copied')
  return { url: config.publicUrl + invitationPath(token) }
}

async function changed(
  db: Tx,
  actor: Actor,
  { id, email }: Invitation,
  act: AuditedAct['act'],
  details = {},
) {
  await recordAct(db, actor, { act, subject: { id, name: email }, details })
  await publish(db, {
    kind: 'changed',
    account: actor.account,
    what: 'invitations',
    permission: 'team.manage',
  })
  return findInvitationView(db, actor, id)
}
