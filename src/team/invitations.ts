import { and, count, desc, eq, gt, isNotNull, isNull, lt, lte, min, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { type Act, record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { after, readCursor, toPage } from '../ground/page.ts'
import { mails } from '../ground/tables.ts'
import { reference } from '../ground/text.ts'
import { givenRoles } from '../permissions.ts'
import { findOpen, type Invitation, shown, stateOf, view, viewOf } from './invitation-rows.ts'
import { linkDays, mailInvitation } from './inviting.ts'
import { invitations } from './tables.ts'
import { inviteUrl, makeToken } from './tokens.ts'
import { invitationStates } from './views.ts'

export const InvitationQuery = z.strictObject({
  status: z.enum(invitationStates).optional(),
  /** A person's id. */
  invitedBy: reference.optional(),
  after,
})
export const InvitationChange = z.strictObject({ role: z.enum(givenRoles) })

const perPage = 100
/** Resends an hour and invitation. */
const resends = 5

const withState = (state: (typeof invitationStates)[number] | undefined): SQL | undefined => {
  const open = isNull(invitations.outcome)
  if (state === undefined) return open
  if (state === 'pending') return and(open, gt(invitations.expiresAt, sql`now()`))
  if (state === 'expired') {
    return or(eq(invitations.outcome, 'expired'), and(open, lte(invitations.expiresAt, sql`now()`)))
  }
  return and(isNotNull(invitations.outcome), eq(invitations.outcome, state))
}

/** The latest first. Without a status: those that wait for an answer, expired ones among them. */
export async function list(db: Tx, actor: Actor, query: z.output<typeof InvitationQuery>) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await shown(db)
    .where(
      and(
        eq(invitations.accountId, actor.account),
        withState(query.status),
        query.invitedBy ? eq(invitations.invitedBy, query.invitedBy) : undefined,
        last ? lt(invitations.id, last) : undefined,
      ),
    )
    .orderBy(desc(invitations.id))
    .limit(perPage + 1)
  const { items, next } = toPage(found, ({ invitation }) => [invitation.id], perPage)
  return { items: items.map(view), next }
}

/** The links stay; they give the new role. */
export async function changeRole(
  db: Tx,
  actor: Actor,
  id: string,
  { role }: z.output<typeof InvitationChange>,
) {
  const invitation = await findOpen(db, actor, id)
  await db.update(invitations).set({ role }).where(byId(invitation))
  return changed(db, actor, invitation, 'team.invitation_role_changed', { from: invitation.role, to: role })
}

export async function cancel(db: Tx, actor: Actor, id: string) {
  const invitation = await findOpen(db, actor, id)
  await db
    .update(invitations)
    .set({ outcome: 'cancelled', settledAt: sql`now()`, settledBy: actor.person })
    .where(byId(invitation))
  return changed(db, actor, invitation, 'team.invitation_cancelled', { role: invitation.role })
}

/** Sends a new link, which works for seven days from now; the old ones die. Renews an expired invitation, too. */
export async function resend(db: Tx, actor: Actor, id: string, house: House) {
  const invitation = await findOpen(db, actor, id)
  await checkResends(db, invitation)
  const [renewed] = await db
    .update(invitations)
    .set({ generation: invitation.generation + 1, expiresAt: sql`now() + ${`${linkDays} days`}::interval` })
    .where(byId(invitation))
    .returning()
  await mailInvitation(db, actor, renewed as Invitation, house)
  return changed(db, actor, invitation, 'team.invitation_resent', { role: invitation.role })
}

/** @throws Refusal resent_too_often, with when it may be sent again */
async function checkResends(db: Tx, { accountId, id, createdAt }: Invitation) {
  const [sent] = await db
    .select({ count: count(), first: min(mails.createdAt) })
    .from(mails)
    .where(
      and(
        eq(mails.accountId, accountId),
        eq(mails.subjectId, id),
        gt(mails.createdAt, sql`now() - interval '1 hour'`),
        // The first mail is no resend; it was made in the invitation's own transaction.
        gt(
          mails.createdAt,
          sql`(select i.created_at from invitations i where i.id = ${id} and i.account_id = ${accountId})`,
        ),
      ),
    )
  if (!sent || sent.count < resends) return
  const retryAt = new Date((sent.first ?? createdAt).getTime() + 3_600_000)
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 60_000))
  throw new Refusal('resent_too_often', { count: sent.count, minutes, retryAt: retryAt.toISOString() })
}

/** A link to hand over by other means. It joins like the mailed one but never proves the address. */
export async function copyLink(db: Tx, actor: Actor, id: string, { config }: House) {
  const invitation = await findOpen(db, actor, id)
  if (stateOf(invitation) === 'expired') throw new Refusal('invitation_expired')
  const { accountId: account, generation } = invitation
  const token = makeToken(config.secret, { account, invitation: id, generation, purpose: 'link' })
  await changed(db, actor, invitation, 'team.link_copied')
  return { url: config.publicUrl + inviteUrl(token) }
}

const byId = ({ accountId, id }: Invitation) =>
  and(eq(invitations.accountId, accountId), eq(invitations.id, id))

async function changed(db: Tx, actor: Actor, { id, email }: Invitation, act: Act['act'], details = {}) {
  await record(db, actor, { act, subject: { id, name: email }, details })
  await tell(db, { kind: 'changed', account: actor.account, what: 'invitations', permission: 'team.manage' })
  return viewOf(db, actor, id)
}
