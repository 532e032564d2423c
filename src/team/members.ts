import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { lockMember } from '../access/locks.ts'
import { members, people, presence } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { givenRoles, may, mayChange, type Role } from '../permissions.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageById } from '../platform/database/keyset-page.ts'
import { publish } from '../platform/events.ts'
import { translate } from '../platform/format/i18n.ts'
import type { MailKind } from '../platform/mail/queue-mail.ts'
import { idReference } from '../platform/text-schemas.ts'
import { accessExpiryJob, accessExpiryQueue, type OnAccessEnded } from './access-expiry.ts'
import { endOfAccess, requireFutureEnds } from './end-of-access.ts'
import { invitations } from './tables.ts'
import type { MemberView } from './team-views.ts'

export const MemberQuery = z.strictObject({ after: cursorParam })
export const MemberChange = z.strictObject({
  role: z.enum(givenRoles).optional(),
  endsAt: endOfAccess.nullish(),
})
export const RemovalInput = z.strictObject({
  cancelInvitations: z
    .array(idReference)
    .max(500)
    .optional()
    .describe('The ids of pending invitations by the removed person that are to be cancelled, too.'),
})
export const RemovalReceipt = z.object({
  name: z.string(),
  removedAt: z.date(),
  cancelled: z.int().describe('How many invitations were cancelled.'),
})

/** Lists the members. Only members who manage the team get the e-mail addresses. */
export async function listMembers(db: Tx, actor: Actor, query: z.output<typeof MemberQuery>) {
  const { items, next } = await pageById(selectMembers(db), members.id, {
    where: eq(members.accountId, actor.account),
    after: query.after,
    order: 'earliest first',
  })
  return { items: items.map((row) => toMemberView(row, actor)), next }
}

/**
 * Changes a member's role, end date or both, and mails them.
 * @throws Refusal not_found, owner_stays, or forbidden for a role with more permissions than the actor has
 */
export async function changeMember(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof MemberChange>,
  services: Services,
  accessEnded: OnAccessEnded,
) {
  requireFutureEnds(db, { endsAt: input.endsAt })
  const target = await findMemberRow(db, actor, id)
  const role = input.role ?? target.role
  requireMayChange(actor, target.role, role)
  const endsAt = input.endsAt === undefined ? target.endsAt : input.endsAt
  await lockMember(db, actor.account, target.person)
  await db
    .update(members)
    .set({ role, endsAt })
    .where(byKey(members, actor.account, id))
  await accessEnded(db, actor.account, target.person, role)
  const subject = { id, name: target.name }
  if (role !== target.role) {
    await recordAct(db, actor, {
      act: 'team.role_changed',
      subject,
      details: { from: target.role, to: role },
    })
    await mailTo(db, services, actor, target, 'access_changed', {
      before: roleName(target, target.role),
      role: roleName(target, role),
    })
  }
  if (endsAt?.getTime() !== target.endsAt?.getTime()) {
    await recordAct(db, actor, {
      act: 'team.end_changed',
      subject,
      details: { from: target.endsAt, to: endsAt },
    })
    await mailTo(
      db,
      services,
      actor,
      target,
      endsAt ? 'access_until' : 'access_unlimited',
      endsAt ? { until: endsAt } : {},
    )
    if (endsAt) await db.enqueue(accessExpiryQueue, ...accessExpiryJob(actor.account, id, endsAt))
  }
  await publish(db, { kind: 'access', account: actor.account, person: target.person, ended: false })
  await publish(db, { kind: 'changed', account: actor.account, what: 'members' })
  return toMemberView(await findMemberRow(db, actor, id), actor)
}

/**
 * Ends a member's access. After the answer, no node commits anything for this member any more.
 * @throws Refusal not_found, owner_stays, or forbidden for a role with more permissions than the actor has
 */
export async function removeMember(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof RemovalInput>,
  services: Services,
  accessEnded: OnAccessEnded,
) {
  const target = await findMemberRow(db, actor, id)
  requireMayChange(actor, target.role, target.role)
  await end(db, actor, target, accessEnded)
  const cancelled = await cancelInvitationsOf(db, actor, target.person, input.cancelInvitations ?? [])
  await recordAct(db, actor, {
    act: 'team.removed',
    subject: { id, name: target.name },
    details: { role: target.role, ...(cancelled > 0 && { cancelled }) },
  })
  await mailTo(db, services, actor, target, 'access_removed', {}, '/dashboard')
  return { name: target.name, removedAt: db.now, cancelled }
}

/**
 * Ends the actor's own access.
 * @throws Refusal owner_stays
 */
export async function leaveTeam(db: Tx, actor: Actor, accessEnded: OnAccessEnded) {
  const self = await findMemberRow(db, actor, actor.member)
  if (self.role === 'owner') throw new Refusal('owner_stays')
  await end(db, actor, self, accessEnded)
  await recordAct(db, actor, {
    act: 'team.left',
    subject: { id: self.id, name: self.name },
    details: { role: self.role },
  })
  return {}
}

/** Waits for the member's running transactions, deletes the membership and closes their live connections. */
async function end(db: Tx, { account }: Actor, target: Row, accessEnded: OnAccessEnded) {
  await lockMember(db, account, target.person)
  await accessEnded(db, account, target.person, null)
  await db.delete(members).where(byKey(members, account, target.id))
  await publish(db, { kind: 'access', account, person: target.person, ended: true })
  await publish(db, { kind: 'changed', account, what: 'members' })
}

function requireMayChange(actor: Actor, present: Role, next: Role) {
  if (present === 'owner') throw new Refusal('owner_stays')
  if (!mayChange(actor.role, present, next)) throw new Refusal('forbidden', { permission: 'team.manage' })
}

async function cancelInvitationsOf(db: Tx, { account, person }: Actor, inviter: string, ids: string[]) {
  if (ids.length === 0) return 0
  const cancelled = await db
    .update(invitations)
    .set({ outcome: 'cancelled', settledAt: sql`now()`, settledBy: person })
    .where(
      and(
        eq(invitations.accountId, account),
        eq(invitations.invitedBy, inviter),
        isNull(invitations.outcome),
        inArray(invitations.id, ids),
      ),
    )
    .returning({ id: invitations.id })
  await publish(db, { kind: 'changed', account, what: 'invitations', permission: 'team.manage' })
  return cancelled.length
}

const selectMembers = (db: Tx) =>
  db
    .select({
      id: members.id,
      person: people.id,
      name: people.name,
      username: sql<
        string | null
      >`(select h.username from person_usernames h where h.person_id = ${people.id})`,
      email: people.email,
      language: people.language,
      role: members.role,
      twoFactor: people.twoFactorEnabled,
      lastActiveAt: presence.at,
      endsAt: members.endsAt,
      joinedAt: members.createdAt,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(
      presence,
      and(eq(presence.accountId, members.accountId), eq(presence.personId, members.personId)),
    )

type Row = Awaited<ReturnType<ReturnType<typeof selectMembers>['execute']>>[number]

/** @throws Refusal not_found */
async function findMemberRow(db: Tx, { account }: Actor, id: string): Promise<Row> {
  const [found] = await selectMembers(db).where(byKey(members, account, id))
  if (!found) throw new Refusal('not_found')
  return found
}

const toMemberView = (row: Row, actor: Actor): z.input<typeof MemberView> => ({
  id: row.id,
  person: row.person,
  name: row.name,
  username: row.username,
  ...(may(actor.role, 'team.manage') && { email: row.email }),
  role: row.role,
  twoFactor: row.twoFactor,
  lastActiveAt: row.lastActiveAt,
  endsAt: row.endsAt,
  joinedAt: row.joinedAt,
  you: row.person === actor.person,
})

const roleName = ({ language }: Row, role: Role) => translate(language)(`common:roles.${role}`)

const mailTo = (
  db: Tx,
  { sendMail }: Services,
  actor: Actor,
  { email: to, language, name }: Row,
  kind: MailKind,
  about: Record<string, string | Date>,
  url = `/dashboard/${actor.account}`,
) =>
  sendMail(db, {
    to,
    kind,
    language,
    url,
    account: actor.account,
    about: { name, actor: actor.name, account: actor.accountName, ...about },
  })
