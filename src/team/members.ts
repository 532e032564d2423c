import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { lockMember } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { members, people, presence } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import type { MailKind } from '../ground/mail.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { reference } from '../ground/text.ts'
import { words } from '../ground/words.ts'
import { givenRoles, may, mayChange, type Role } from '../permissions.ts'
import { type AccessEnded, endQueue, endsJob } from './ending.ts'
import { invitations } from './tables.ts'
import { future, type MemberView } from './views.ts'

export const MemberQuery = z.strictObject({ after })
export const MemberChange = z.strictObject({ role: z.enum(givenRoles).optional(), endsAt: future.nullish() })
/** Invitations of the removed person that shall not stand. */
export const Removal = z.strictObject({ cancelInvitations: z.array(reference).max(500).optional() })
export const Receipt = z.object({ name: z.string(), removedAt: z.date(), cancelled: z.int() })

/** Everybody of the team; e-mail addresses only for whoever manages it. */
export async function list(db: Tx, actor: Actor, query: z.output<typeof MemberQuery>) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await roster(db)
    .where(and(eq(members.accountId, actor.account), last ? gt(members.id, last) : undefined))
    .orderBy(asc(members.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ id }) => [id])
  return { items: items.map((row) => view(row, actor)), next }
}

/** @throws Refusal not_found, owner_stays, or forbidden for more than the actor holds */
export async function change(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof MemberChange>,
  house: House,
  accessEnded: AccessEnded,
) {
  const target = await find(db, actor, id)
  const role = input.role ?? target.role
  judge(actor, target.role, role)
  const endsAt = input.endsAt === undefined ? target.endsAt : input.endsAt
  await lockMember(db, actor.account, target.person)
  await db
    .update(members)
    .set({ role, endsAt })
    .where(and(eq(members.accountId, actor.account), eq(members.id, id)))
  await accessEnded(db, actor.account, target.person, role)
  const subject = { id, name: target.name }
  if (role !== target.role) {
    await record(db, actor, { act: 'team.role_changed', subject, details: { from: target.role, to: role } })
    await mailTo(db, house, actor, target, 'access_changed', {
      before: named(target, target.role),
      role: named(target, role),
    })
  }
  if (endsAt?.getTime() !== target.endsAt?.getTime()) {
    await record(db, actor, {
      act: 'team.end_changed',
      subject,
      details: { from: target.endsAt, to: endsAt },
    })
    await mailTo(
      db,
      house,
      actor,
      target,
      endsAt ? 'access_until' : 'access_unlimited',
      endsAt ? { until: endsAt } : {},
    )
    if (endsAt) await db.enqueue(endQueue, ...endsJob(actor.account, id, endsAt))
  }
  await tell(db, { kind: 'access', account: actor.account, person: target.person, ended: false })
  await tell(db, { kind: 'changed', account: actor.account, what: 'members' })
  return view(await find(db, actor, id), actor)
}

/** Ends the access. When this has been answered, nothing of theirs commits any more, on any node. */
export async function remove(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof Removal>,
  house: House,
  accessEnded: AccessEnded,
) {
  const target = await find(db, actor, id)
  judge(actor, target.role, target.role)
  await end(db, actor, target, accessEnded)
  const cancelled = await cancelInvitationsOf(db, actor, target.person, input.cancelInvitations ?? [])
  await record(db, actor, {
    act: 'team.removed',
    subject: { id, name: target.name },
    details: { role: target.role, ...(cancelled > 0 && { cancelled }) },
  })
  await mailTo(db, house, actor, target, 'access_removed', {}, '/dashboard')
  return { name: target.name, removedAt: new Date(), cancelled }
}

/** @throws Refusal owner_stays */
export async function leave(db: Tx, actor: Actor, accessEnded: AccessEnded) {
  const self = await find(db, actor, actor.member)
  if (self.role === 'owner') throw new Refusal('owner_stays')
  await end(db, actor, self, accessEnded)
  await record(db, actor, {
    act: 'team.left',
    subject: { id: self.id, name: self.name },
    details: { role: self.role },
  })
  return {}
}

/** Waits for what they have under way, then lets them go and closes their connections. */
async function end(db: Tx, { account }: Actor, target: Row, accessEnded: AccessEnded) {
  await lockMember(db, account, target.person)
  await accessEnded(db, account, target.person, null)
  await db.delete(members).where(and(eq(members.accountId, account), eq(members.id, target.id)))
  await tell(db, { kind: 'access', account, person: target.person, ended: true })
  await tell(db, { kind: 'changed', account, what: 'members' })
}

function judge(actor: Actor, present: Role, next: Role) {
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
  await tell(db, { kind: 'changed', account, what: 'invitations', permission: 'team.manage' })
  return cancelled.length
}

const roster = (db: Tx) =>
  db
    .select({
      id: members.id,
      person: people.id,
      name: people.name,
      username: sql<string | null>`(select h.username from handles h where h.person_id = ${people.id})`,
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

type Row = Awaited<ReturnType<ReturnType<typeof roster>['execute']>>[number]

/** @throws Refusal not_found */
async function find(db: Tx, { account }: Actor, id: string): Promise<Row> {
  const [found] = await roster(db).where(and(eq(members.accountId, account), eq(members.id, id)))
  if (!found) throw new Refusal('not_found')
  return found
}

const view = ({ email, language: _, ...row }: Row, actor: Actor): z.input<typeof MemberView> => ({
  ...row,
  you: row.person === actor.person,
  ...(may(actor.role, 'team.manage') && { email }),
})

const named = ({ language }: Row, role: Role) => words(language)(`common:roles.${role}`)

const mailTo = (
  db: Tx,
  { post }: House,
  actor: Actor,
  { email: to, language, name }: Row,
  kind: MailKind,
  about: Record<string, string | Date>,
  url = `/dashboard/${actor.account}`,
) =>
  post(db, {
    to,
    kind,
    language,
    url,
    account: actor.account,
    about: { name, actor: actor.name, account: actor.accountName, ...about },
  })
