import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Person, Visitor } from '../door/gate.ts'
import { lockTeam } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { accounts, members, people, unended } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { enter, type Scope } from '../ground/scope.ts'
import { words } from '../ground/words.ts'
import { givenRoles, roles } from '../permissions.ts'
import { endQueue, endsJob } from './ending.ts'
import { stateOf } from './invitation-rows.ts'
import { invitations } from './tables.ts'
import { type Claim, readToken } from './tokens.ts'

export const TokenInput = z.strictObject({ token: z.string().max(400) })

export const Preview = z.object({
  account: z.object({ id: z.string(), name: z.string(), username: z.string() }),
  invitedBy: z.object({ name: z.string() }),
  role: z.enum(givenRoles),
  email: z.string(),
  expiresAt: z.date(),
  endsAt: z.date().nullable(),
  /** Whether following it proves the address. */
  purpose: z.enum(['mail', 'link']),
  you: z
    .object({ name: z.string(), email: z.string(), matches: z.boolean(), member: z.boolean() })
    .nullable(),
})

export const Joined = z.object({
  account: z.object({ id: z.string(), username: z.string(), name: z.string(), role: z.enum(roles) }),
})

/** The scope that a token opens: its account. @throws Refusal invitation_unknown for a token that is none of ours */
export const scopeOf =
  ({ config }: House) =>
  ({ token }: { token: string }): Scope => ({ as: 'system', account: claimOf(config.secret, token).account })

function claimOf(secret: string, token: string): Claim {
  const claim = readToken(secret, token)
  if (!claim) throw new Refusal('invitation_unknown')
  return claim
}

/** Shows an invitation to whoever has its link. Changes nothing. */
export async function preview(db: Tx, visitor: Visitor | Person, token: string, { config }: House) {
  const claim = claimOf(config.secret, token)
  const { invitation, account, inviter } = await standing(db, claim)
  const person = 'person' in visitor ? visitor : undefined
  const { role, email, expiresAt, endsAt } = invitation
  return {
    account: { id: account.id, name: account.name, username: account.username },
    invitedBy: { name: inviter.name },
    role,
    email,
    expiresAt,
    endsAt,
    purpose: claim.purpose,
    you: person
      ? {
          name: person.name,
          email: person.email,
          matches: sameAddress(person.email, email),
          member: (await roleOf(db, claim.account, person.person)) !== undefined,
        }
      : null,
  }
}

/** Joins the account. Twice, from two tabs or at once, joins once. */
export async function accept(db: Tx, person: Person, token: string, house: House) {
  const claim = claimOf(house.config.secret, token)
  await lockTeam(db, claim.account)
  const present = await roleOf(db, claim.account, person.person)
  const found = await load(db, claim)
  if (present && found?.invitation.settledBy === person.person) return joined(found.account, present)
  const { invitation, account, inviter } = await standing(db, claim)
  if (!sameAddress(person.email, invitation.email))
    throw new Refusal('invitation_for_another', { email: invitation.email })
  const inviterThere = await roleOf(db, claim.account, inviter.id)

  await enter(db, { as: 'person', person: person.person })
  const member = newId('member')
  if (!present) {
    await db.insert(members).values({
      accountId: account.id,
      id: member,
      personId: person.person,
      role: invitation.role,
      endsAt: invitation.endsAt,
    })
    if (invitation.endsAt) await db.enqueue(endQueue, ...endsJob(account.id, member, invitation.endsAt))
  }
  await settle(db, claim, person, 'accepted')
  const doer = { ...person, account: account.id, accountName: account.name }
  await record(db, doer, {
    act: 'team.joined',
    subject: { id: member, name: person.name },
    details: { role: invitation.role },
  })
  if (inviterThere) await answerTo(db, house, 'accepted', inviter, person, invitation.role, account)
  await tell(db, { kind: 'changed', account: account.id, what: 'members' })
  await tell(db, { kind: 'changed', account: account.id, what: 'invitations', permission: 'team.manage' })
  return joined(account, present ?? invitation.role)
}

export async function decline(db: Tx, person: Person, token: string, house: House) {
  const claim = claimOf(house.config.secret, token)
  await lockTeam(db, claim.account)
  const { invitation, account, inviter } = await standing(db, claim)
  if (!sameAddress(person.email, invitation.email))
    throw new Refusal('invitation_for_another', { email: invitation.email })
  const inviterThere = await roleOf(db, claim.account, inviter.id)

  await enter(db, { as: 'person', person: person.person })
  const doer = { ...person, account: account.id, accountName: account.name }
  await record(db, doer, {
    act: 'team.declined',
    subject: { id: invitation.id, name: invitation.email },
    details: { role: invitation.role },
  })
  if (inviterThere) await answerTo(db, house, 'declined', inviter, person, invitation.role, account)
  await settle(db, claim, person, 'declined')
  await tell(db, { kind: 'changed', account: account.id, what: 'invitations', permission: 'team.manage' })
  return {}
}

async function load(db: Tx, { account, invitation }: Claim) {
  const [found] = await db
    .select({
      invitation: invitations,
      account: {
        id: accounts.id,
        name: accounts.name,
        username: accounts.username,
        eraseAt: accounts.eraseAt,
      },
      inviter: { id: people.id, name: people.name, email: people.email, language: people.language },
    })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(eq(invitations.accountId, account), eq(invitations.id, invitation)))
  return found
}

/**
 * The invitation, if it can still be answered with this token.
 * @throws Refusal invitation_unknown (also for a link that a newer one replaced, and while the account is being
 *   deleted), or how it ended
 */
async function standing(db: Tx, claim: Claim) {
  const found = await load(db, claim)
  if (!found || found.account.eraseAt || found.invitation.outcome === 'expired')
    throw new Refusal('invitation_unknown')
  const state = stateOf(found.invitation)
  const about = { account: found.account.name, invitedBy: found.inviter.name }
  if (state === 'accepted' || state === 'declined' || state === 'cancelled')
    throw new Refusal(`invitation_${state}`, about)
  if (found.invitation.generation !== claim.generation) throw new Refusal('invitation_unknown')
  const isOver = found.invitation.endsAt !== null && found.invitation.endsAt.getTime() <= Date.now()
  if (state === 'expired' || isOver) throw new Refusal('invitation_expired', about)
  return found
}

async function roleOf(db: Tx, account: string, person: string) {
  const [found] = await db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.accountId, account), eq(members.personId, person), unended))
  return found?.role
}

const settle = (db: Tx, { account, invitation }: Claim, person: Person, outcome: 'accepted' | 'declined') =>
  db
    .update(invitations)
    .set({ outcome, settledAt: sql`now()`, settledBy: person.person })
    .where(and(eq(invitations.accountId, account), eq(invitations.id, invitation)))

type Inviter = { email: string; language: 'en' | 'fr' }

const answerTo = (
  db: Tx,
  { post }: House,
  kind: 'accepted' | 'declined',
  inviter: Inviter,
  { name, email }: Person,
  role: (typeof givenRoles)[number],
  account: { id: string; name: string },
) =>
  post(db, {
    to: inviter.email,
    kind,
    language: inviter.language,
    url: `/dashboard/${account.id}/settings/team`,
    account: account.id,
    about: { name, email, role: words(inviter.language)(`common:roles.${role}`), account: account.name },
  })

const joined = (
  { id, username, name }: { id: string; username: string; name: string },
  role: (typeof roles)[number],
) => ({
  account: { id, username, name, role },
})

const sameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
