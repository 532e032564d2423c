import { eq, sql } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { tell } from './bus.ts'
import type { Config } from './config.ts'
import { asService, type Database } from './db.ts'
import type { Worker } from './jobs.ts'
import { type Contents, type MailKind, mailQueue } from './mail.ts'
import { writeMail } from './mail-text.ts'
import { unseal } from './secrets.ts'
import { mails } from './tables.ts'

type Row = typeof mails.$inferSelect

/**
 * Sends queued mail by SMTP, again and again while the server is away (for about four hours); without a server
 * the mail is kept for /mailbox. The Message-ID is the row's, so that a mail sent twice because of a kill
 * between the server's yes and our record is one mail to whoever receives it.
 */
export function mailWorker(database: Database, config: Config): Worker {
  const transport = config.smtpUrl ? makeTransport(config.smtpUrl) : undefined
  const host = new URL(config.publicUrl).hostname
  return {
    queue: mailQueue,
    retries: 60,
    run: async ({ id }: { id: string }, { lastTry }) => {
      const [mail] = await database.db.select().from(mails).where(eq(mails.id, id))
      if (mail?.state !== 'queued') return
      if (!transport) return settle(database, mail, 'kept')
      const contents = JSON.parse(unseal(config.secrets, mailQueue, mail.sealed)) as Contents
      try {
        await transport.sendMail({
          from: config.mailFrom,
          to: mail.address,
          messageId: `<${mail.id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...writeMail(mail.kind as MailKind, mail.language, contents, config.publicUrl),
        })
      } catch (error) {
        const { message, responseCode } = error as Error & { responseCode?: number }
        if (lastTry || (responseCode ?? 0) >= 500) return settle(database, mail, 'failed', message)
        await note(database, mail, message)
        throw error
      }
      await settle(database, mail, 'sent')
    },
  }
}

const makeTransport = (url: string) =>
  nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })

/** Records the mail's fate and tells the open pages that show it. What was sent cannot be read here again. */
const settle = (database: Database, mail: Row, state: 'sent' | 'failed' | 'kept', reason?: string) =>
  asService(database, async (tx) => {
    await tx
      .update(mails)
      .set({ state, reason: reason ?? null, settledAt: sql`now()`, ...(state === 'sent' && { sealed: '' }) })
      .where(eq(mails.id, mail.id))
    if (mail.accountId && mail.subjectId) {
      await tell(tx, {
        kind: 'changed',
        account: mail.accountId,
        what: 'invitations',
        permission: 'team.manage',
      })
    }
  })

const note = (database: Database, mail: Row, reason: string) =>
  database.db.update(mails).set({ reason }).where(eq(mails.id, mail.id))
