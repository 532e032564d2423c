import { and, eq, lte, sql } from 'drizzle-orm'
import { recordAct, serviceActor } from '../access/audit.ts'
import { exclusiveTeamLock, lockMember } from '../access/locks.ts'
import { accounts, activity, members, people } from '../access/tables.ts'
import type { Role } from '../permissions.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import { publish } from '../platform/events.ts'
import type { JobWorker } from '../platform/jobs.ts'
import type { SendMail } from '../platform/mail/queue-mail.ts'

/**
 * Called in the transaction that ends a member's access or changes their role, to end what they were doing. `server`
 * supplies it, because the areas that know these things import this one. `role` is null if the access has ended.
 */
export type OnAccessEnded = (tx: Tx, account: string, person: string, role: Role | null) => Promise<void>

export const accessExpiryQueue = 'access-ends'

/** The job that records the end of an access when the time comes. */
export const accessExpiryJob = (account: string, member: string, endsAt: Date) =>
  [{ account, member }, { at: endsAt }] as const

/**
 * Records that a member's access has reached its end date, and mails the person. This job does not end the access: the
 * gate compares the end date with the clock at each request, and each node closes live connections by a timer.
 */
export const accessExpiryWorker = (
  database: Database,
  sendMail: SendMail,
  accessEnded: OnAccessEnded,
): JobWorker => ({
  queue: accessExpiryQueue,
  retries: 10,
  run: ({ account, member }: { account: string; member: string }) =>
    inScope(
      database,
      { as: 'system', account },
      async (tx) => {
        const [ended] = await tx
          .select({
            person: { id: people.id, name: people.name, email: people.email, language: people.language },
            endsAt: members.endsAt,
            account: accounts.name,
          })
          .from(members)
          .innerJoin(people, eq(people.id, members.personId))
          .innerJoin(accounts, eq(accounts.id, members.accountId))
          .where(and(byKey(members, account, member), lte(members.endsAt, sql`now()`)))
        if (!ended?.endsAt) return
        const details = { endsAt: ended.endsAt.toISOString() }
        const recorded = await tx
          .select({ id: activity.id })
          .from(activity)
          .where(
            and(
              eq(activity.accountId, account),
              eq(activity.subjectId, member),
              eq(activity.act, 'team.access_ended'),
              sql`${activity.details} ->> 'endsAt' = ${details.endsAt}`,
            ),
          )
        if (recorded.length > 0) return
        const { id, name, email, language } = ended.person
        await lockMember(tx, account, id)
        await accessEnded(tx, account, id, null)
        await recordAct(tx, serviceActor(account, ended.account), {
          act: 'team.access_ended',
          subject: { id: member, name },
          details,
        })
        await sendMail(tx, {
          to: email,
          kind: 'access_ended',
          language,
          url: '/dashboard',
          account,
          about: { name, account: ended.account },
        })
        await publish(tx, { kind: 'access', account, person: id, ended: true })
        await publish(tx, { kind: 'changed', account, what: 'members' })
      },
      [exclusiveTeamLock(account)],
    ),
})
