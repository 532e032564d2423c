import { eq, sql } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import type { Config } from '../config.ts'
import { type Database, serviceTransaction } from '../database/database.ts'
import { publish } from '../events.ts'
import type { JobWorker } from '../jobs.ts'
import { unseal } from '../secrets.ts'
import { writeMail } from './mail-text.ts'
import { type MailContents, type MailKind, mailQueue } from './queue-mail.ts'
import { mails } from './tables.ts'

type Row = typeof mails.$inferSelect

/**
 * Sends queued mail by SMTP and retries for about four hours while the mail server is unreachable. Without a mail
 * server, mail is kept for /mailbox. The Message-ID is the row's id: if the process is killed between the mail server's
 * acceptance and our record of it, the mail is sent twice, and the recipient's program recognises the second copy.
 */
export function mailWorker(database: Database, config: Config): JobWorker {
  const transport = config.smtpUrl ? makeTransport(config.smtpUrl) : undefined
  const host = new URL(config.publicUrl).hostname
  return {
    queue: mailQueue,
    retries: 60,
    run: async ({ id }: { id: string }, { lastTry }) => {
      const [mail] = await database.db.select().from(mails).where(eq(mails.id, id))
      if (mail?.status !== 'queued') return
      if (!transport) return recordOutcome(database, mail, 'kept')
      const contents = JSON.parse(unseal(config.secrets, mailQueue, mail.sealed)) as MailContents
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
        if (lastTry || (responseCode ?? 0) >= 500) return recordOutcome(database, mail, 'failed', message)
        await recordRetryReason(database, mail, message)
        throw error
      }
      await recordOutcome(database, mail, 'sent')
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

/**
 * Records the outcome and publishes the change for pages that show it. The contents of a mail that was sent are
 * deleted, so that nobody can read them here again.
 */
const recordOutcome = (database: Database, mail: Row, status: 'sent' | 'failed' | 'kept', reason?: string) =>
  serviceTransaction(database, async (tx) => {
    await tx
      .update(mails)
      .set({
        status,
        reason: reason ?? null,
        settledAt: sql`now()`,
        ...(status === 'sent' && { sealed: '' }),
      })
      .where(eq(mails.id, mail.id))
    if (mail.accountId && mail.subjectId) {
      await publish(tx, {
        kind: 'changed',
        account: mail.accountId,
        what: 'invitations',
        permission: 'team.manage',
      })
    }
  })

const recordRetryReason = (database: Database, mail: Row, reason: string) =>
  database.db.update(mails).set({ reason }).where(eq(mails.id, mail.id))
