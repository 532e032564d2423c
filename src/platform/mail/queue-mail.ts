import { and, eq, ne, sql } from 'drizzle-orm'
import type { mails as texts } from '../../../locales/en/mails.ts'
import type { Tx } from '../database/database.ts'
import type { Language } from '../format/i18n.ts'
import { newId } from '../ids.ts'
import { type ResealResult, resealEach, seal } from '../secrets.ts'
import { mails } from './tables.ts'

export const mailQueue = 'mail'
export type MailKind = {
  [K in keyof typeof texts]: (typeof texts)[K] extends string ? never : K
}[keyof typeof texts]

export type Mail = {
  to: string
  kind: MailKind
  language: Language
  /** The target of the mail's button: a path of this site or a complete address. */
  url: string
  /** The values that the text mentions. Times are given as Date and formatted in the recipient's language. */
  about: Record<string, string | Date>
  /** The account that the mail is sent for, and the id of the invitation that shows the delivery status. */
  account?: string
  subject?: string
}

/** The values from which a mail is rendered. They are stored encrypted until the mail is sent. */
export type MailContents = { url: string; about: Record<string, string | { day: string }> }

/** Queues the mail, which is sent if and when the transaction commits. */
export type SendMail = (tx: Tx, mail: Mail) => Promise<void>

export const makeSendMail =
  (secret: string): SendMail =>
  async (tx, { to, kind, language, url, about, account, subject }) => {
    const id = newId('mail')
    const contents: MailContents = {
      url,
      about: Object.fromEntries(Object.entries(about).map(storableEntry)),
    }
    await tx.insert(mails).values({
      id,
      accountId: account ?? null,
      subjectId: subject ?? null,
      address: to,
      kind,
      language,
      sealed: seal(secret, mailQueue, JSON.stringify(contents)),
    })
    await tx.enqueue(mailQueue, { id })
  }

const storableEntry = ([name, value]: [string, string | Date]): [string, string | { day: string }] => [
  name,
  value instanceof Date ? { day: value.toISOString() } : value,
]

/** Encrypts queued mail again with the current secret, after the operator has changed it. */
export const resealMail = async (tx: Tx, secrets: [string, ...string[]]): Promise<ResealResult> =>
  resealEach(
    await tx.select().from(mails).where(ne(mails.sealed, '')),
    secrets,
    mailQueue,
    ({ id, sealed: former }, sealed) =>
      tx
        .update(mails)
        .set({ sealed })
        .where(and(eq(mails.id, id), eq(mails.sealed, former))),
  )

/** Deletes all mail that is older than 30 days, whether or not it was sent. */
export const deleteOldMail = (tx: Tx) =>
  tx.delete(mails).where(sql`${mails.createdAt} < now() - interval '30 days'`)
