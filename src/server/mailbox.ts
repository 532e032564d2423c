import { desc } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { toHtml, writeMail } from '../platform/mail/mail-text.ts'
import { type MailContents, type MailKind, mailQueue } from '../platform/mail/queue-mail.ts'
import { mails } from '../platform/mail/tables.ts'
import { unseal } from '../platform/secrets.ts'

/**
 * Shows the mail that would have been sent, the latest first, so that Stagedoor can be tried without a mail server.
 * Programs that ask for JSON get JSON.
 */
export function mountMailbox(app: FastifyInstance, database: Database, config: Config): void {
  app.get('/mailbox', { schema: { hide: true } as object }, async (request, reply) => {
    const items = (await database.db.select().from(mails).orderBy(desc(mails.id)).limit(100))
      .filter(({ sealed }) => sealed)
      .map((mail) => {
        const contents = JSON.parse(unseal(config.secrets, mailQueue, mail.sealed)) as MailContents
        return {
          id: mail.id,
          to: mail.address,
          at: mail.createdAt,
          ...writeMail(mail.kind as MailKind, mail.language, contents, config.publicUrl),
        }
      })
    if (request.headers.accept?.includes('json')) return { items }
    return reply.type('text/html; charset=utf-8').send(page(items))
  })
}

type Item = { to: string; at: Date; subject: string; text: string }

const page = (items: Item[]) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Mailbox · Stagedoor</title><style>
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:720px;margin:0 auto;padding:24px}
article{border-top:1px solid #8886;padding:16px 0}h2{font-size:18px;margin:0}p{margin:0 0 8px;opacity:.8;font-size:14px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:8px 0 0}
</style></head><body><main><h1>Mailbox</h1>
<p>No mail server is configured (SMTP_URL), so mail is kept here. Reload the page to see new mail.</p>
${items.length === 0 ? '<p>No mail yet.</p>' : items.map(article).join('\n')}</main></body></html>`

const article = ({ to, at, subject, text }: Item) =>
  `<article><h2>${toHtml(subject)}</h2><p>To ${toHtml(to)}, ${at.toISOString().slice(0, 19).replace('T', ' ')} UTC</p><pre>${linked(toHtml(text))}</pre></article>`

const linked = (text: string) =>
  text.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)
