import type { FastifyError } from 'fastify'
import { TooSlow } from '../ground/scope.ts'
import { allOf, anyOf, dayIn, type Language, moneyIn, words } from '../ground/words.ts'
import { type Permission, permissions } from '../permissions.ts'
import { type Block, type Code, type Field, Refusal, statuses } from './errors.ts'

/** An RFC 9457 problem document, with a stable `code` and a sentence in the reader's language. */
export type Problem = {
  type: string
  title: string
  status: number
  code: Code
  detail: string
  fields?: { field: string; code: string; message: string }[]
  [extension: string]: unknown
}

const ofFastify: Record<string, Code> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
}

/** PostgreSQL's codes: our own rules' (SD…), and those of a server that goes, is full, or took too long. */
const ofDatabase: [RegExp, Code][] = [
  [/^SD001$/, 'owner_stays'],
  [/^SD003$/, 'stock_too_low'],
  [/^SD004$/, 'stock_too_high'],
  [/^SD005$/, 'refund_too_high'],
  [/^SD006$/, 'balance_too_low'],
  [/^SD007$/, 'cancellation_open'],
  [/^SD008$/, 'too_late_to_cancel'],
  [/^(08|53|57P|25P0[34]|40|55P03)/, 'unavailable'],
]
const ofNetwork = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/

/** Which refusal an error is. What nobody foresaw is `internal`, and told to the operator only. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof TooSlow) return new Refusal('unavailable')
  const { code = '', statusCode, message = '' } = error as Partial<FastifyError>
  const cause = (error as { cause?: { code?: string; message?: string } }).cause
  if (ofFastify[code]) return new Refusal(ofFastify[code])
  if (statusCode === 429) return new Refusal('rate_limited', { minutes: 1 })
  if (statusCode === 400) return new Refusal('malformed')
  const found = ofDatabase.find(([pattern]) => pattern.test(cause?.code ?? code))
  if (found) return new Refusal(found[1])
  if (
    ofNetwork.test(cause?.code ?? code) ||
    /terminat|timeout|not queryable/i.test(cause?.message ?? message)
  ) {
    return new Refusal('unavailable')
  }
  return new Refusal('internal')
}

export function toProblem({ code, about: known, fields }: Refusal, language: Language): Problem {
  const about = withReason(known, language)
  const { names, until, can: _, ...extensions } = about
  return {
    ...extensions,
    type: 'about:blank',
    title: code.replaceAll('_', ' '),
    status: statuses[code],
    code,
    detail: sentence(code, about, language),
    ...(fields && { fields: fields.map((field) => worded(field, language)) }),
    ...(Array.isArray(names) && { ask: names }),
  }
}

/** Why a card or a payment was declined, as part of a sentence in the reader's language. */
function withReason(about: Record<string, unknown>, language: Language): Record<string, unknown> {
  if (typeof about.decline !== 'string') return about
  return { ...about, reason: words(language)(`errors:declines.${about.decline as 'card_declined'}`) }
}

function sentence(code: Code, about: Record<string, unknown>, language: Language): string {
  const t = words(language)
  if (code === 'forbidden')
    return refused(about.permission as Permission, (about.names as string[]) ?? [], language)
  if (code === 'invitation_settled') {
    return t('errors:invitation_settled', {
      outcome: t(`errors:outcome.${about.outcome as 'accepted'}`),
    })
  }
  if (code === 'deletion_blocked')
    return t('errors:deletion_blocked', { open: blocking(about.blocks as Block[], language) })
  if (code === 'bid_too_low')
    return t('errors:bid_too_low', {
      amount: moneyIn(language, about.minimum as number, about.currency as string),
    })
  const until = about.until instanceof Date ? dayIn(language, about.until) : ''
  return t(`errors:${code}`, { ...about, until })
}

/** "2 orders are open and a balance of €35.00 is left". */
const blocking = (blocks: Block[], language: Language) =>
  allOf(
    language,
    blocks.map((block) =>
      block.what === 'balance'
        ? words(language)('errors:open.balance', {
            amount: moneyIn(language, block.pending + block.available, block.currency),
          })
        : words(language)(`errors:open.${block.what}`, { count: block.count }),
    ),
  )

/** "Only people with Team management can invite people. Ask Olga or Marc." */
function refused(permission: Permission, names: string[], language: Language): string {
  const t = words(language)
  const { roles, name, can } = permissions[permission]
  return t(roles.length === 1 ? 'errors:owner_only' : 'errors:forbidden', {
    permission: name[language],
    can: can[language],
    names: names.length > 0 ? anyOf(language, names) : t('errors:ask_the_owner'),
  })
}

const worded = ({ field, code, about }: Field, language: Language) => ({
  field,
  code,
  message: words(language)(`errors:fields.${code as 'required'}`, { ...about }),
})
