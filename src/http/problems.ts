import type { FastifyError } from 'fastify'
import {
  type DeletionBlock,
  type ErrorCode,
  errorStatuses,
  type FieldProblem,
  Refusal,
} from '../errors/refusal.ts'
import { type Permission, permissions } from '../permissions.ts'
import { TransactionTimeout } from '../platform/database/scope.ts'
import {
  formatDay,
  formatMoney,
  type Language,
  listWithAnd,
  listWithOr,
  translate,
} from '../platform/format/i18n.ts'

/** An RFC 9457 problem document, with a stable `code` and a sentence in the reader's language. */
export type ProblemDocument = {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail: string
  fields?: { field: string; code: string; message: string }[]
  [extension: string]: unknown
}

const fastifyErrorCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
}

/**
 * PostgreSQL's error codes: those that our own triggers raise (SD…), and those of a server that is shutting down, full
 * or too slow.
 */
const databaseErrorCodes: [RegExp, ErrorCode][] = [
  [/^SD001$/, 'owner_stays'],
  [/^SD003$/, 'stock_too_low'],
  [/^SD004$/, 'stock_too_high'],
  [/^SD005$/, 'refund_too_high'],
  [/^SD006$/, 'balance_too_low'],
  [/^SD007$/, 'cancellation_open'],
  [/^SD008$/, 'too_late_to_cancel'],
  [/^(08|53|57P|25P0[34]|40|55P03)/, 'unavailable'],
]
const networkErrorPattern = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/

/** Maps an error to a refusal. An unexpected error becomes `internal`; only the operator sees its details. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof TransactionTimeout) return new Refusal('unavailable')
  const { code = '', statusCode, message = '' } = error as Partial<FastifyError>
  const cause = (error as { cause?: { code?: string; message?: string } }).cause
  if (fastifyErrorCodes[code]) return new Refusal(fastifyErrorCodes[code])
  if (statusCode === 429) return new Refusal('rate_limited', { minutes: 1 })
  if (statusCode === 400) return new Refusal('malformed')
  const match = databaseErrorCodes.find(([pattern]) => pattern.test(cause?.code ?? code))
  if (match) return new Refusal(match[1])
  if (
    networkErrorPattern.test(cause?.code ?? code) ||
    /terminat|timeout|not queryable/i.test(cause?.message ?? message)
  ) {
    return new Refusal('unavailable')
  }
  return new Refusal('internal')
}

export function toProblem({ code, about: known, fields }: Refusal, language: Language): ProblemDocument {
  const about = withReason(known, language)
  const { names, until, can: _, ...extensions } = about
  return {
    ...extensions,
    type: 'about:blank',
    title: code.replaceAll('_', ' '),
    status: errorStatuses[code],
    code,
    detail: sentence(code, about, language),
    ...(fields && { fields: fields.map((field) => toFieldMessage(field, language)) }),
    ...(Array.isArray(names) && { ask: names }),
  }
}

/** Adds the reason of a declined card or payment, as part of a sentence in the reader's language. */
function withReason(about: Record<string, unknown>, language: Language): Record<string, unknown> {
  if (typeof about.decline !== 'string') return about
  return { ...about, reason: translate(language)(`errors:declines.${about.decline as 'card_declined'}`) }
}

function sentence(code: ErrorCode, about: Record<string, unknown>, language: Language): string {
  const t = translate(language)
  if (code === 'forbidden')
    return forbiddenSentence(about.permission as Permission, (about.names as string[]) ?? [], language)
  if (code === 'invitation_settled') {
    return t('errors:invitation_settled', {
      outcome: t(`errors:outcome.${about.outcome as 'accepted'}`),
    })
  }
  if (code === 'deletion_blocked')
    return t('errors:deletion_blocked', { open: blocksSentence(about.blocks as DeletionBlock[], language) })
  if (code === 'bid_too_low')
    return t('errors:bid_too_low', {
      amount: formatMoney(language, about.minimum as number, about.currency as string),
    })
  const until = about.until instanceof Date ? formatDay(language, about.until) : ''
  return t(`errors:${code}`, { ...about, until })
}

/** For example, "2 orders are open and a balance of €35.00 is left". */
const blocksSentence = (blocks: DeletionBlock[], language: Language) =>
  listWithAnd(
    language,
    blocks.map((block) =>
      block.what === 'balance'
        ? translate(language)('errors:open.balance', {
            amount: formatMoney(language, block.pending + block.available, block.currency),
          })
        : translate(language)(`errors:open.${block.what}`, { count: block.count }),
    ),
  )

/** For example, "Only people with Team management can invite people. Ask Olga or Marc." */
function forbiddenSentence(permission: Permission, names: string[], language: Language): string {
  const t = translate(language)
  const { roles, name, can } = permissions[permission]
  return t(roles.length === 1 ? 'errors:owner_only' : 'errors:forbidden', {
    permission: name[language],
    can: can[language],
    names: names.length > 0 ? listWithOr(language, names) : t('errors:ask_the_owner'),
  })
}

const toFieldMessage = ({ field, code, about }: FieldProblem, language: Language) => ({
  field,
  code,
  message: translate(language)(`errors:fields.${code as 'required'}`, { ...about }),
})
