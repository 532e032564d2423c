import { and, eq, ne, sql } from 'drizzle-orm'
import type { mails as texts } from '../../locales/en/mails.ts'
import type { Tx } from './db.ts'
import { newId } from './ids.ts'
import { type Resealed, resealAll, seal } from './secrets.ts'
import { mails } from './tables.ts'
import type { Language } from './words.ts'

export const mailQueue = 'mail'
export type MailKind = {
  [K in keyof typeof texts]: (typeof texts)[K] extends string ? never : K
}[keyof typeof texts]

export type Mail = {
  to: string
  kind: MailKind
  language: Language
  /** Where its button leads: a path of ours, or a whole address. */
  url: string
  /** What the text names. Moments are given as Date and written in the reader's language. */
  about: Record<string, string | Date>
  /** The account that it is sent for, and what its delivery is shown at. */
  account?: string
  subject?: string
}

/** What a mail is made from, as it is kept (sealed) until it is sent. */
export type Contents = { url: string; about: Record<string, string | { day: string }> }

/** Queues the mail: it leaves with the transaction's commit, or not at all. */
export type Post = (tx: Tx, mail: Mail) => Promise<void>

export const makePost =
  (secret: string): Post =>
  async (tx, { to, kind, language, url, about, account, subject }) => {
    const id = newId('mail')
    const contents: Contents = { url, about: Object.fromEntries(Object.entries(about).map(plain)) }
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

const plain = ([name, value]: [string, string | Date]): [string, string | { day: string }] => [
  name,
  value instanceof Date ? { day: value.toISOString() } : value,
]

/** Seals mail on its way with the present secret: the operator's, after a change of it. */
export const resealMail = async (tx: Tx, secrets: [string, ...string[]]): Promise<Resealed> =>
  resealAll(
    await tx.select().from(mails).where(ne(mails.sealed, '')),
    secrets,
    mailQueue,
    ({ id, sealed: former }, sealed) =>
      tx
        .update(mails)
        .set({ sealed })
        .where(and(eq(mails.id, id), eq(mails.sealed, former))),
  )

/** Mail older than 30 days is forgotten, whatever became of it. */
export const forgetOldMail = (tx: Tx) =>
  tx.delete(mails).where(sql`${mails.createdAt} < now() - interval '30 days'`)
