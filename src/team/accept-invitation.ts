import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Person } from '../access/gate.ts'
import { lockTeam } from '../access/locks.ts'
import { members } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { roles } from '../permissions.ts'
import { byRow } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { enterScope } from '../platform/database/scope.ts'
import { publish } from '../platform/events.ts'
import { translate } from '../platform/format/i18n.ts'
import { newId } from '../platform/ids.ts'
import { accessExpiryJob, accessExpiryQueue } from './access-expiry.ts'
import type { Invitation } from './find-invitation.ts'
import {
  findStandingInvitation,
  isSameAddress,
  loadInvitation,
  readTokenClaim,
  roleInTeam,
} from './invitation-by-token.ts'
import type { TokenClaim } from './invitation-tokens.ts'
import { invitations } from './tables.ts'

export const JoinedAccount = z.object({
  account: z.object({ id: z.string(), username: z.string(), name: z.string(), role: z.enum(roles) }),
})

/**
 * Makes the person a member. Accepting a second time, even at the same time from another tab, changes nothing more.
 * @throws Refusal invitation_for_another, invitation_unknown, or invitation_accepted, _declined, _cancelled or
 *   _expired
 */
export async function acceptInvitation(db: Tx, person: Person, token: string, services: Services) {
  const claim = readTokenClaim(services.config.secret, token)
  await lockTeam(db, claim.account)
  const earlier = await findEarlierAcceptance(db, claim, person)
  if (earlier) return earlier
  const answerable = await findAnswerable(db, claim, person)
  await enterScope(db, { as: 'person', person: person.person })
  return joinAsPerson(db, person, answerable, services)
}

/** @throws Refusal invitation_for_another, invitation_unknown, or the code for how the invitation ended */
export async function declineInvitation(db: Tx, person: Person, token: string, services: Services) {
  const claim = readTokenClaim(services.config.secret, token)
  await lockTeam(db, claim.account)
  const answerable = await findAnswerable(db, claim, person)
  await enterScope(db, { as: 'person', person: person.person })
  return declineAsPerson(db, person, answerable, services)
}

type Answerable = Awaited<ReturnType<typeof findAnswerable>>

/** Returns the answer to the first acceptance if the person has already accepted. Must run in the account's scope. */
async function findEarlierAcceptance(db: Tx, claim: TokenClaim, { person }: Person) {
  const role = await roleInTeam(db, claim.account, person)
  const found = await loadInvitation(db, claim)
  return role && found?.invitation.settledBy === person ? joined(found.account, role) : undefined
}

/**
 * Finds the invitation and everything that its answer depends on. Must run in the account's scope, since only members
 * can see the team.
 * @throws Refusal invitation_for_another, and what `findStandingInvitation` throws
 */
async function findAnswerable(db: Tx, claim: TokenClaim, person: Person) {
  const { invitation, account, inviter } = await findStandingInvitation(db, claim)
  if (!isSameAddress(person.email, invitation.email))
    throw new Refusal('invitation_for_another', { email: invitation.email })
  return {
    invitation,
    account,
    inviter,
    /** The role that the person has in the team already. */
    currentRole: await roleInTeam(db, claim.account, person.person),
    isInviterMember: (await roleInTeam(db, claim.account, inviter.id)) !== undefined,
  }
}

/** Stores the acceptance. Must run in the person's scope. */
async function joinAsPerson(db: Tx, person: Person, answerable: Answerable, services: Services) {
  const { invitation, account, currentRole } = answerable
  const member = newId('member')
  if (!currentRole) {
    await db.insert(members).values({
      accountId: account.id,
      id: member,
      personId: person.person,
      role: invitation.role,
      endsAt: invitation.endsAt,
    })
    if (invitation.endsAt)
      await db.enqueue(accessExpiryQueue, ...accessExpiryJob(account.id, member, invitation.endsAt))
  }
  await recordOutcome(db, invitation, person, 'accepted')
  await recordAct(db, auditActorOf(person, account), {
    act: 'team.joined',
    subject: { id: member, name: person.name },
    details: { role: invitation.role },
  })
  await mailInviter(db, services, 'accepted', person, answerable)
  await publish(db, { kind: 'changed', account: account.id, what: 'members' })
  await publish(db, { kind: 'changed', account: account.id, what: 'invitations', permission: 'team.manage' })
  return joined(account, currentRole ?? invitation.role)
}

/** Stores that the person declined. Must run in the person's scope. */
async function declineAsPerson(db: Tx, person: Person, answerable: Answerable, services: Services) {
  const { invitation, account } = answerable
  await recordAct(db, auditActorOf(person, account), {
    act: 'team.declined',
    subject: { id: invitation.id, name: invitation.email },
    details: { role: invitation.role },
  })
  await mailInviter(db, services, 'declined', person, answerable)
  await recordOutcome(db, invitation, person, 'declined')
  await publish(db, { kind: 'changed', account: account.id, what: 'invitations', permission: 'team.manage' })
  return {}
}

const auditActorOf = (person: Person, { id, name }: { id: string; name: string }) => ({
  ...person,
  account: id,
  accountName: name,
})

const recordOutcome = (
  db: Tx,
  invitation: Invitation,
  { person }: Person,
  outcome: 'accepted' | 'declined',
) =>
  db
    .update(invitations)
    .set({ outcome, settledAt: sql`now()`, settledBy: person })
    .where(byRow(invitations, invitation))

/** Mails the person's answer to the inviter, unless the inviter has left the team. */
async function mailInviter(
  db: Tx,
  { sendMail }: Services,
  kind: 'accepted' | 'declined',
  { name, email }: Person,
  { invitation, account, inviter, isInviterMember }: Answerable,
) {
  if (!isInviterMember) return
  const role = translate(inviter.language)(`common:roles.${invitation.role}`)
  await sendMail(db, {
    to: inviter.email,
    kind,
    language: inviter.language,
    url: `/dashboard/${account.id}/settings/team`,
    account: account.id,
    about: { name, email, role, account: account.name },
  })
}

const joined = (
  { id, username, name }: { id: string; username: string; name: string },
  role: (typeof roles)[number],
) => ({
  account: { id, username, name, role },
})
