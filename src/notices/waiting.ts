import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { teamShared } from '../door/locks.ts'
import { accounts, members, people, unended } from '../door/tables.ts'
import type { Database, Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import type { Post } from '../ground/mail.ts'
import { within } from '../ground/scope.ts'
import { permissions } from '../permissions.ts'
import { notices } from './settings.ts'
import { type NoticeKind, noticeSettings, noticesSent } from './tables.ts'

/** What may have to be told of: a conversation's or an order's id; and who was mailed of it. */
type Subject = { account: string; kind: NoticeKind; subject: string; told?: string[] }

/** What waits still, and for whom: null, for whoever may act on it. `about` is what the mail names besides. */
export type Waiting = { only: string | null; path: string; about: Record<string, string> }
/** Whether the subject waits still: told by the area whose it is. */
export type Waits = (tx: Tx, account: string, subject: string) => Promise<Waiting | undefined>

const queue = 'waiting'
/** Minutes that something waits before anybody is mailed, and in which nobody is mailed of its kind again. */
export const patience = 10
const quiet = 30

/** Looks again, some minutes on, whether it waits still. */
export const later = (tx: Tx, subject: Subject, minutes = patience): Promise<void> =>
  tx.enqueue(queue, subject, { startAfter: new Date(Date.now() + minutes * 60_000) })

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
  run: (subject: Subject) =>
    within(
      database,
      { as: 'system', account: subject.account },
      async (tx) => {
        const waiting = await waits[subject.kind]?.(tx, subject.account, subject.subject)
        if (waiting) await mail(tx, post, subject, waiting)
      },
      [teamShared(subject.account)],
    ),
})

/** Nobody is mailed of anything of the account any more: what is queued for them goes, too (migrations). */
export const forgetNotices = async (tx: Tx, account: string, person: string): Promise<void> =>
  void (await tx
    .delete(noticesSent)
    .where(and(eq(noticesSent.accountId, account), eq(noticesSent.personId, person))))

/** Whoever has just been mailed of another of its kind is mailed of this one later, if it waits still. */
async function mail(tx: Tx, post: Post, subject: Subject, waiting: Waiting): Promise<void> {
  const { account, kind, told = [] } = subject
  const readers = (await readersOf(tx, subject, waiting)).filter(({ id }) => !told.includes(id))
  const now = readers.filter(({ isQuiet }) => !isQuiet)
  for (const { id, name, email, language, shop } of now) {
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
  if (now.length < readers.length)
    await later(tx, { ...subject, told: [...told, ...now.map(({ id }) => id)] }, quiet)
}

/** Who may act on it, and wants to be mailed of its kind. */
const readersOf = (tx: Tx, { account, kind }: Subject, { only }: Waiting) =>
  tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      shop: accounts.name,
      isQuiet: sql<boolean>`coalesce(${noticesSent.at} > now() - ${`${quiet} minutes`}::interval, false)`,
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
        isNull(accounts.eraseAt),
        inArray(members.role, [...permissions[notices[kind].permission].roles]),
        only === null ? undefined : eq(people.id, only),
        sql`${noticeSettings.mail} is not false`,
      ),
    )
