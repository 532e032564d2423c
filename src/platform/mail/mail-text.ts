import { formatDay, type Language, translate } from '../format/i18n.ts'
import type { MailContents, MailKind } from './queue-mail.ts'

export type WrittenMail = { subject: string; text: string; html: string }

/** Renders the mail in its recipient's language, as plain text and as HTML. */
export function writeMail(
  kind: MailKind,
  language: Language,
  { url, about }: MailContents,
  origin: string,
): WrittenMail {
  const t = translate(language)
  const values = Object.fromEntries(
    Object.entries(about).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : formatDay(language, new Date(value.day)),
    ]),
  )
  const subject = oneLine(t(`mails:${kind}.subject`, values))
  const paragraphs = t(`mails:${kind}.text`, values).split('\n\n')
  const action = t(`mails:${kind}.action`, values)
  const address = new URL(url, origin).href
  const [link, footer] = [t('mails:link'), t('mails:footer')]
  return {
    subject,
    text: [...paragraphs, `${action}:\n${address}`, `--\n${footer}`].join('\n\n'),
    html: page(language, subject, [
      ...paragraphs.map((paragraph) => `<p>${toHtml(paragraph).replaceAll('\n', '<br>')}</p>`),
      `<p style="margin:32px 0"><a href="${toHtml(address)}" style="background:#1f1d1a;color:#fff;padding:12px 24px;border-radius:8px;text-decoration:none;font-weight:600">${toHtml(action)}</a></p>`,
      `<p style="font-size:14px;color:#5c564d">${toHtml(link)}<br><a href="${toHtml(address)}" style="color:#5c564d;word-break:break-all">${toHtml(address)}</a></p>`,
      `<p style="font-size:14px;color:#5c564d;border-top:1px solid #e6e1d8;padding-top:16px">${toHtml(footer)}</p>`,
    ]),
  }
}

// A mail's subject is a header. A line break in a name must not begin another header, not even an encoded line
// break (RFC 2047).
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('=?', '= ?')

/** Escapes text for HTML. */
export const toHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (language: Language, title: string, parts: string[]) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${toHtml(title)}</title></head><body style="margin:0;background:#f7f5f1;color:#1f1d1a;font:16px/1.5 system-ui,sans-serif"><main style="max-width:560px;margin:0 auto;padding:32px 24px;background:#fff">${parts.join('')}</main></body></html>`
