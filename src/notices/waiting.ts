import { and, eq, inArray, sql } from 'drizzle-orm'
import { teamShared } from '../door/locks.ts'
import { accounts, members, people, unended } from '../door/tables.ts'
import type { Database, Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import type { Post } from '../ground/mail.ts'
import { within } from '../ground/scope.ts'
import { permissions } from '../permissions.ts'
import { notices } from './settings.ts'
import { type NoticeKind, noticeSettings, noticesSent } from './tables.ts'

/** What may have to be told of: a conversation's or a request's id. */
type Subject = { account: string; kind: NoticeKind; subject: string }

/** What waits still, and for whom: null, for whoever may act on it. `about` is what the mail names besides. */
export type Waiting = { only: string | null; path: string; about: Record<string, string> }
/** Whether the subject waits still: told by the area whose it is. */
export type Waits = (tx: Tx, account: string, subject: string) => Promise<Waiting | undefined>

const queue = 'waiting'
/** Minutes that something waits before anybody is mailed, and in which nobody is mailed of its kind again. */
export const patience = 10
const quiet = 30

/** Looks again, some minutes on, whether it waits still. */
export const later = (tx: Tx, subject: Subject): Promise<void> =>
  tx.enqueue(queue, subject, { startAfter: new Date(Date.now() + patience * 60_000) })

/**
 * Mails whoever may act on it, and wants to be told, that something has waited for some minutes. It holds the team,
 * so that nobody is mailed after their removal.
 */
export const waitingWorker = (
  database: Database,
  post: Post,
  waits: Partial<Record<NoticeKind, Waits>>,
): Worker => ({
  queue,
  retries: 3,
  run: ({ account, kind, subject }: Subject) =>
    within(
      database,
      { as: 'system', account },
      async (tx) => {
        const waiting = await waits[kind]?.(tx, account, subject)
        if (waiting) await mail(tx, post, account, kind, waiting)
      },
      [teamShared(account)],
    ),
})

async function mail(tx: Tx, post: Post, account: string, kind: NoticeKind, waiting: Waiting): Promise<void> {
  const told = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      shop: accounts.name,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(noticeSettings, and(eq(noticeSettings.personId, people.id), eq(noticeSettings.kind, kind)))
    .leftJoin(
      noticesSent,
      and(
        eq(noticesSent.accountId, account),
        eq(noticesSent.personId, people.id),
        eq(noticesSent.kind, kind),
      ),
    )
    .where(
      and(
        eq(members.accountId, account),
        unended,
        inArray(members.role, [...permissions[notices[kind].permission].roles]),
        waiting.only === null ? undefined : eq(people.id, waiting.only),
        sql`${noticeSettings.mail} is not false`,
        sql`(${noticesSent.at} is null or ${noticesSent.at} < now() - ${`${quiet} minutes`}::interval)`,
      ),
    )
  for (const { id, name, email, language, shop } of told) {
    await tx
      .insert(noticesSent)
      .values({ accountId: account, personId: id, kind, at: sql`now()` })
      .onConflictDoUpdate({
        target: [noticesSent.accountId, noticesSent.personId, noticesSent.kind],
        set: { at: sql`now()` },
      })
    await post(tx, {
      to: email,
      kind: `waiting_${kind as Exclude<NoticeKind, 'to_ship'>}`,
      language,
      account,
      url: `/dashboard/${account}${waiting.path}`,
      about: { name, account: shop, ...waiting.about },
    })
  }
}
