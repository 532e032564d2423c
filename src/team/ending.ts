import { and, eq, lte, sql } from 'drizzle-orm'
import { lockMember, teamExclusive } from '../door/locks.ts'
import { record, theService } from '../door/record.ts'
import { accounts, activity, members, people } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import type { Database, Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import type { Post } from '../ground/mail.ts'
import { within } from '../ground/scope.ts'
import type { Role } from '../permissions.ts'

/** What ends, in the same transaction, when somebody's access does, or their role is another: told by the areas above. */
export type AccessEnded = (tx: Tx, account: string, person: string, role: Role | null) => Promise<void>

export const endQueue = 'access-ends'

/** What to queue so that the end of an access is told when it comes. */
export const endsJob = (account: string, member: string, endsAt: Date) =>
  [{ account, member }, { startAfter: endsAt }] as const

/**
 * Tells of accesses that the clock ended. The door asks the clock itself, and each node closes its connections
 * by a timer: this records it, and mails the person.
 */
export const endingWorker = (database: Database, post: Post, accessEnded: AccessEnded): Worker => ({
  queue: endQueue,
  retries: 10,
  run: ({ account, member }: { account: string; member: string }) =>
    within(
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
          .where(and(eq(members.accountId, account), eq(members.id, member), lte(members.endsAt, sql`now()`)))
        if (!ended?.endsAt) return
        const details = { endsAt: ended.endsAt.toISOString() }
        const told = await tx
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
        if (told.length > 0) return
        const { id, name, email, language } = ended.person
        await lockMember(tx, account, id)
        await accessEnded(tx, account, id, null)
        await record(tx, theService(account, ended.account), {
          act: 'team.access_ended',
          subject: { id: member, name },
          details,
        })
        await post(tx, {
          to: email,
          kind: 'access_ended',
          language,
          url: '/dashboard',
          account,
          about: { name, account: ended.account },
        })
        await tell(tx, { kind: 'access', account, person: id, ended: true })
        await tell(tx, { kind: 'changed', account, what: 'members' })
      },
      [teamExclusive(account)],
    ),
})
