import { and, asc, count, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { members, people } from '../access/tables.ts'
import type { Services } from '../http/route.ts'
import { givenRoles } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { translate } from '../platform/format/i18n.ts'
import { newId } from '../platform/ids.ts'
import { emailAddress } from '../platform/text-schemas.ts'
import { endOfAccess, requireFutureEnds } from './end-of-access.ts'
import { findInvitationView, type Invitation } from './find-invitation.ts'
import { invitationPath, makeInvitationToken } from './invitation-tokens.ts'
import { invitations } from './tables.ts'
import { InvitationView } from './team-views.ts'
import { maxInvitationsAtOnce } from './vocabulary.ts'

/** For how many days an invitation's link works. */
export const invitationLinkDays = 7

// `email` is checked for each row, so that an invalid address does not affect the other rows. If a role or an end
// date is not allowed, the whole request is refused.
const NewInvitation = z.strictObject({
  email: z.string().max(1000),
  role: z.enum(givenRoles),
  endsAt: endOfAccess.nullish(),
  locale: z.enum(['en', 'fr']).optional(),
})
export const NewInvitations = z.strictObject({
  invitations: z.array(NewInvitation).min(1).max(maxInvitationsAtOnce),
})

export const InvitationResults = z.object({
  results: z.array(
    z.object({
      email: z.string(),
      status: z.enum(['sent', 'already_member', 'already_invited', 'invalid_email', 'limit_reached']),
      invitation: InvitationView.optional(),
      retryAt: z.date().optional().describe('When the account may send more invitations.'),
    }),
  ),
})

type Wanted = z.output<typeof NewInvitation>
type Result = z.input<typeof InvitationResults>['results'][number]

/**
 * Invites each address and reports a result for each. This locks the team, so that two simultaneous requests see each
 * other's invitations.
 */
export async function inviteMembers(
  db: Tx,
  actor: Actor,
  input: z.output<typeof NewInvitations>,
  services: Services,
) {
  requireFutureEnds(
    db,
    Object.fromEntries(input.invitations.map(({ endsAt }, nth) => [`invitations.${nth}.endsAt`, endsAt])),
  )
  const addresses = input.invitations.flatMap(({ email }) => emailAddress.safeParse(email).data ?? [])
  await expireEnded(db, actor, addresses)
  const known = await findExisting(db, actor, addresses)
  let room = await roomToday(db, actor, services.config.invitationsPerDay)
  const results: Result[] = []
  for (const wanted of input.invitations) {
    const address = emailAddress.safeParse(wanted.email).data
    if (!address) results.push({ email: wanted.email, status: 'invalid_email' })
    else if (known.members.has(address)) results.push({ email: address, status: 'already_member' })
    else if (known.pending.has(address)) {
      results.push({
        email: address,
        status: 'already_invited',
        invitation: await findInvitationView(db, actor, known.pending.get(address) as string),
      })
    } else if (room.left === 0)
      results.push({ email: address, status: 'limit_reached', retryAt: room.retryAt })
    else {
      const id = await send(db, actor, { ...wanted, email: address }, services)
      known.pending.set(address, id)
      room = { ...room, left: room.left - 1 }
      results.push({ email: address, status: 'sent', invitation: await findInvitationView(db, actor, id) })
    }
  }
  await publish(db, {
    kind: 'changed',
    account: actor.account,
    what: 'invitations',
    permission: 'team.manage',
  })
  return { results }
}

async function send(db: Tx, actor: Actor, wanted: Wanted, services: Services): Promise<string> {
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
      expiresAt: sql`now() + ${`${invitationLinkDays} days`}::interval`,
    })
    .returning()
  const invitation = made as Invitation
  await mailInvitation(db, actor, invitation, services)
  await recordAct(db, actor, {
    act: 'team.invited',
    subject: { id: invitation.id, name: invitation.email },
    details: { role: invitation.role, ...(invitation.endsAt && { endsAt: invitation.endsAt.toISOString() }) },
  })
  return invitation.id
}

/** Mails the link of the invitation's current generation. */
export async function mailInvitation(
  db: Tx,
  actor: Actor,
  invitation: Invitation,
  { config, sendMail }: Services,
) {
  const { id, generation, email: to, language, role, expiresAt } = invitation
  const t = translate(language)
  const token = makeInvitationToken(config.secret, {
    account: actor.account,
    invitation: id,
    generation,
    purpose: 'mail',
  })
  await sendMail(db, {
    to,
    kind: 'invitation',
    language,
    url: invitationPath(token),
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

/**
 * Deletes members whose access has ended, and expires invitations whose link or whose access has ended, so that the
 * addresses can be invited again.
 */
async function expireEnded(db: Tx, { account }: Actor, addresses: string[]) {
  await db.delete(members).where(
    and(
      eq(members.accountId, account),
      lte(members.endsAt, db.now),
      inArray(
        members.personId,
        db
          .select({ id: people.id })
          .from(people)
          .where(inArray(sql`lower(${people.email})`, addresses)),
      ),
    ),
  )
  await db
    .update(invitations)
    .set({ outcome: 'expired', settledAt: sql`now()` })
    .where(
      and(
        openInvitations(account, addresses),
        or(lte(invitations.expiresAt, db.now), lte(invitations.endsAt, db.now)),
      ),
    )
}

/** Finds out which of the addresses belong to members, and which have an invitation without an outcome. */
async function findExisting(db: Tx, { account }: Actor, addresses: string[]) {
  const team = await db
    .select({ address: sql<string>`lower(${people.email})` })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.accountId, account), inArray(sql`lower(${people.email})`, addresses)))
  const open = await db
    .select({ id: invitations.id, email: invitations.email })
    .from(invitations)
    .where(openInvitations(account, addresses))
  return {
    members: new Set(team.map(({ address }) => address)),
    pending: new Map(open.map(({ id, email }) => [email.toLowerCase(), id])),
  }
}

const openInvitations = (account: string, addresses: string[]) =>
  and(
    eq(invitations.accountId, account),
    isNull(invitations.outcome),
    inArray(sql`lower(${invitations.email})`, addresses),
  )

/** How many more invitations the account may send (`left`), and when it may send another one (`retryAt`). */
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
  const retryAt = new Date((first?.at ?? db.now).getTime() + 86_400_000)
  return { left: Math.max(0, perDay - (used?.count ?? 0)), retryAt }
}
