import { and, asc, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { members, people } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { email } from '../ground/text.ts'
import { words } from '../ground/words.ts'
import { givenRoles } from '../permissions.ts'
import { type Invitation, stateOf, viewOf } from './invitation-rows.ts'
import { invitations } from './tables.ts'
import { inviteUrl, makeToken } from './tokens.ts'
import { future, InvitationView } from './views.ts'

/** Days that an invitation's link works. */
export const linkDays = 7

// An address is judged row by row, so that a wrong one fails alone; a role or an end that cannot be refuses all.
const NewInvitation = z.strictObject({
  email: z.string().max(1000),
  role: z.enum(givenRoles),
  endsAt: future.nullish(),
  locale: z.enum(['en', 'fr']).optional(),
})
export const NewInvitations = z.strictObject({ invitations: z.array(NewInvitation).min(1).max(100) })

export const InvitationResults = z.object({
  results: z.array(
    z.object({
      email: z.string(),
      status: z.enum(['sent', 'already_member', 'already_invited', 'invalid_email', 'limit_reached']),
      invitation: InvitationView.optional(),
      /** When the account may invite again. */
      retryAt: z.date().optional(),
    }),
  ),
})

type Wanted = z.output<typeof NewInvitation>
type Result = z.input<typeof InvitationResults>['results'][number]

/** Invites each address with a result of its own. The team is held, so that two calls at once see each other's. */
export async function invite(db: Tx, actor: Actor, input: z.output<typeof NewInvitations>, house: House) {
  const known = await whoIsThere(db, actor, input.invitations)
  let room = await roomToday(db, actor, house.config.invitationsPerDay)
  const results: Result[] = []
  for (const wanted of input.invitations) {
    const address = email.safeParse(wanted.email).data
    if (!address) results.push({ email: wanted.email, status: 'invalid_email' })
    else if (known.members.has(address)) results.push({ email: address, status: 'already_member' })
    else if (known.pending.has(address)) {
      results.push({
        email: address,
        status: 'already_invited',
        invitation: await viewOf(db, actor, known.pending.get(address) as string),
      })
    } else if (room.left === 0) results.push({ email: address, status: 'limit_reached', retryAt: room.again })
    else {
      const id = await send(db, actor, { ...wanted, email: address }, house)
      known.pending.set(address, id)
      room = { ...room, left: room.left - 1 }
      results.push({ email: address, status: 'sent', invitation: await viewOf(db, actor, id) })
    }
  }
  await tell(db, { kind: 'changed', account: actor.account, what: 'invitations', permission: 'team.manage' })
  return { results }
}

async function send(db: Tx, actor: Actor, wanted: Wanted, house: House): Promise<string> {
  const [made] = await db
    .insert(invitations)
    .values({
      accountId: actor.account,
      id: newId('invitation'),
      email: wanted.email,
      role: wanted.role,
      language: wanted.locale ?? actor.language,
      endsAt: wanted.endsAt ?? null,
      invitedBy: actor.person,
      expiresAt: sql`now() + ${`${linkDays} days`}::interval`,
    })
    .returning()
  const invitation = made as Invitation
  await mailInvitation(db, actor, invitation, house)
  await record(db, actor, {
    act: 'team.invited',
    subject: { id: invitation.id, name: invitation.email },
    details: { role: invitation.role, ...(invitation.endsAt && { endsAt: invitation.endsAt.toISOString() }) },
  })
  return invitation.id
}

/** Mails the link of the invitation's present generation. */
export async function mailInvitation(db: Tx, actor: Actor, invitation: Invitation, { config, post }: House) {
  const { id, generation, email: to, language, role, expiresAt } = invitation
  const t = words(language)
  const token = makeToken(config.secret, {
    account: actor.account,
    invitation: id,
    generation,
    purpose: 'mail',
  })
  await post(db, {
    to,
    kind: 'invitation',
    language,
    url: inviteUrl(token),
    account: actor.account,
    subject: id,
    about: {
      inviter: actor.name,
      account: actor.accountName,
      role: t(`common:roles.${role}`),
      purpose: t(`common:purposes.${role}`),
      email: to,
      until: expiresAt,
    },
  })
}

/** Which of the addresses are members already, and which are invited. What ended or expired makes room. */
async function whoIsThere(db: Tx, { account }: Actor, wanted: Wanted[]) {
  const addresses = wanted.flatMap((one) => email.safeParse(one.email).data ?? [])
  const team = await db
    .select({ id: members.id, address: sql<string>`lower(${people.email})`, endsAt: members.endsAt })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.accountId, account), inArray(sql`lower(${people.email})`, addresses)))
  const open = await db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.accountId, account),
        isNull(invitations.outcome),
        inArray(sql`lower(${invitations.email})`, addresses),
      ),
    )
  const ended = team.filter(({ endsAt }) => endsAt && endsAt.getTime() <= Date.now())
  const expired = open.filter((invitation) => stateOf(invitation) === 'expired')
  if (ended.length > 0)
    await db.delete(members).where(
      and(
        eq(members.accountId, account),
        inArray(
          members.id,
          ended.map(({ id }) => id),
        ),
      ),
    )
  if (expired.length > 0) {
    await db
      .update(invitations)
      .set({ outcome: 'expired', settledAt: sql`now()` })
      .where(
        and(
          eq(invitations.accountId, account),
          inArray(
            invitations.id,
            expired.map(({ id }) => id),
          ),
        ),
      )
  }
  return {
    members: new Set(team.filter((member) => !ended.includes(member)).map(({ address }) => address)),
    pending: new Map(
      open.filter((one) => !expired.includes(one)).map((one) => [one.email.toLowerCase(), one.id]),
    ),
  }
}

/** How many more the account may invite now, and when the first of today's no longer counts. */
async function roomToday(db: Tx, { account }: Actor, perDay: number) {
  const today = and(
    eq(invitations.accountId, account),
    gt(invitations.createdAt, sql`now() - interval '1 day'`),
  )
  const [used] = await db.select({ count: count() }).from(invitations).where(today)
  const [first] = await db
    .select({ at: invitations.createdAt })
    .from(invitations)
    .where(today)
    .orderBy(asc(invitations.createdAt))
    .limit(1)
  const again = new Date((first?.at ?? new Date()).getTime() + 86_400_000)
  return { left: Math.max(0, perDay - (used?.count ?? 0)), again }
}
