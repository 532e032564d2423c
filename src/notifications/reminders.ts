import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { sharedTeamLock } from '../access/locks.ts'
import { accounts, hasAccess, members, people } from '../access/tables.ts'
import { permissions } from '../permissions.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { JobWorker } from '../platform/jobs.ts'
import type { SendMail } from '../platform/mail/queue-mail.ts'
import { notificationRules } from './notification-settings.ts'
import { type NotificationKind, notificationSettings, remindersSent } from './tables.ts'

/** What waits: `subject` is the id of a conversation or an order; `told` lists the people who were mailed about it. */
type Subject = { account: string; kind: NotificationKind; subject: string; told?: string[] }

/**
 * Something that still waits. `only` is the one person to notify; if it is null, everyone who may act on it is
 * notified. `about` contains further values for the mail.
 */
export type WaitingThing = { only: string | null; path: string; about: Record<string, string> }
/** Finds out whether the subject still waits. The area that the subject belongs to supplies it. */
export type StillWaits = (tx: Tx, account: string, subject: string) => Promise<WaitingThing | undefined>

const queue = 'waiting'
/** After how many minutes the first mail is sent. */
export const reminderAfterMinutes = 10
/** For how many minutes after a mail a person gets no other one of its kind. */
const quietMinutes = 30

/** Queues a check, some minutes from now, whether the subject still waits. */
export const queueReminder = (tx: Tx, subject: Subject, minutes = reminderAfterMinutes): Promise<void> =>
  tx.enqueue(queue, subject, { afterSeconds: minutes * 60 })

/**
 * Mails the members who may act on something, and have not switched off this mail, that it has waited for some minutes.
 * It locks the team, so that nobody is mailed after their removal.
 */
export const reminderWorker = (
  database: Database,
  sendMail: SendMail,
  waits: Partial<Record<NotificationKind, StillWaits>>,
): JobWorker => ({
  queue,
  retries: 3,
  run: (subject: Subject) =>
    inScope(
      database,
      { as: 'system', account: subject.account },
      async (tx) => {
        const waiting = await waits[subject.kind]?.(tx, subject.account, subject.subject)
        if (waiting) await mail(tx, sendMail, subject, waiting)
      },
      [sharedTeamLock(subject.account)],
    ),
})

/**
 * Deletes the record of what the person was mailed about in this account. A trigger (migrations) deletes the mails that
 * are still queued for them.
 */
export const deleteReminders = async (tx: Tx, account: string, person: string): Promise<void> =>
  void (await tx
    .delete(remindersSent)
    .where(and(eq(remindersSent.accountId, account), eq(remindersSent.personId, person))))

/**
 * Mails everyone who may act on the subject. A person who has just been mailed about something of the same kind is
 * mailed about this one later, if it still waits.
 */
async function mail(tx: Tx, sendMail: SendMail, subject: Subject, waiting: WaitingThing): Promise<void> {
  const { account, kind, told = [] } = subject
  const readers = (await readersOf(tx, subject, waiting)).filter(({ id }) => !told.includes(id))
  const now = readers.filter(({ isQuiet }) => !isQuiet)
  for (const { id, name, email, language, shop } of now) {
    await tx
      .insert(remindersSent)
      .values({ accountId: account, personId: id, kind, at: sql`now()` })
      .onConflictDoUpdate({
        target: [remindersSent.accountId, remindersSent.personId, remindersSent.kind],
        set: { at: sql`now()` },
      })
    await sendMail(tx, {
      to: email,
      kind: `waiting_${kind as Exclude<NotificationKind, 'to_ship'>}`,
      language,
      account,
      url: `/dashboard/${account}${waiting.path}`,
      about: { name, account: shop, ...waiting.about },
    })
  }
  if (now.length < readers.length)
    await queueReminder(tx, { ...subject, told: [...told, ...now.map(({ id }) => id)] }, quietMinutes)
}

/** The members who may act on the subject and have not switched off mails of its kind. */
const readersOf = (tx: Tx, { account, kind }: Subject, { only }: WaitingThing) =>
  tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      shop: accounts.name,
      isQuiet: sql<boolean>`coalesce(${remindersSent.at} > now() - ${`${quietMinutes} minutes`}::interval, false)`,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(
      notificationSettings,
      and(eq(notificationSettings.personId, people.id), eq(notificationSettings.kind, kind)),
    )
    .leftJoin(
      remindersSent,
      and(
        eq(remindersSent.accountId, account),
        eq(remindersSent.personId, people.id),
        eq(remindersSent.kind, kind),
      ),
    )
    .where(
      and(
        eq(members.accountId, account),
        hasAccess,
        isNull(accounts.eraseAt),
        inArray(members.role, [...permissions[notificationRules[kind].permission].roles]),
        only === null ? undefined : eq(people.id, only),
        sql`${notificationSettings.mail} is not false`,
      ),
    )
