import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The fields of a form: `a[b]=c` is { a: { b: 'c' } }, `a[0]=b` is { a: { 0: 'b' } }. */
export type StripeForm = { [name: string]: string | StripeForm }

export type StripeOperationInput = {
  form: StripeForm
  /** The ids in the path. */
  ids: string[]
  /** The connected account of the request, from the header Stripe-Account. */
  account: string | undefined
}

export type StripeOperation = {
  /** The parameters that the reference lists, as far as they are used here. Any other is refused. */
  takes: string[]
  answer(asked: StripeOperationInput): object
}

/** By method and path, such as 'POST /v1/refunds'. */
export type StripeOperations = Record<string, StripeOperation>

/** A request as it arrived. */
export type ReceivedRequest = { name: string; body: string; headers: IncomingMessage['headers'] }

/** An error in the form of the reference (docs.stripe.com/api/errors). */
export class StripeProblem extends Error {
  readonly status: number
  readonly error: { type: string; code?: string; message: string; [more: string]: unknown }
  /** Errors in a request are found before anything is done: their answer is not stored under the idempotency key. */
  readonly kept: boolean

  constructor(status: number, code: string, message: string, more: object = {}, kept = true) {
    super(message)
    const type = status === 402 ? 'card_error' : 'invalid_request_error'
    this.status = status
    this.error = { type, code, message, ...more }
    this.kept = kept
  }
}

export const invalidStripeParameter = (code: string, param: string, status = 400) =>
  new StripeProblem(status, code, `This cannot be used: ${param}`, { param }, false)

/**
 * What happens to requests.
 * - `away`: refused with 503; `limited`: with 429; `busy`: with 409
 * - `reset`: the connection breaks before anything is done
 * - `deaf`: the request is done, and the connection breaks before the answer
 */
export type StripeFault = 'fine' | 'away' | 'limited' | 'busy' | 'reset' | 'deaf'
const refusals: Partial<Record<StripeFault, [status: number, type: string, code: string]>> = {
  away: [503, 'api_error', 'api_error'],
  limited: [429, 'invalid_request_error', 'rate_limit'],
  busy: [409, 'idempotency_error', 'idempotency_key_in_use'],
}

export type StripeHttp = {
  url: string
  requests: ReceivedRequest[]
  during<T>(weather: StripeFault, act: () => Promise<T>): Promise<T>
  /** Simulates the passing of a day, after which idempotency keys are forgotten. */
  forget(): void
  close(): void
}

type Kept = { asked: string; status: number; body: string }

/** Serves the operations over HTTP as Stripe does: keys, forms, idempotency, errors. */
export async function openStripeHttp(operations: StripeOperations, key: string): Promise<StripeHttp> {
  const requests: ReceivedRequest[] = []
  const kept = new Map<string, Kept>()
  let weather: StripeFault = 'fine'

  /** A used key gets its first answer again (docs.stripe.com/api/idempotent_requests). */
  function once(request: ReceivedRequest, path: string): { status: number; body: string; replayed?: true } {
    const { 'idempotency-key': under, 'stripe-account': account = '' } = request.headers
    const asked = `${path} ${account} ${request.body}`
    const before = under ? kept.get(String(under)) : undefined
    if (before && before.asked !== asked) {
      const message = 'Keys for idempotent requests can only be used with the same parameters.'
      return { status: 400, body: JSON.stringify({ error: { type: 'idempotency_error', message } }) }
    }
    if (before) return { ...before, replayed: true }
    const { keep, ...done } = perform(operations, request, path)
    if (under && keep) kept.set(String(under), { asked, ...done })
    return done
  }

  async function serve(message: IncomingMessage, response: ServerResponse) {
    const path = new URL(message.url ?? '', 'http://stripe').pathname
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk as Buffer)
    const body =
      message.method === 'GET' ? (message.url?.split('?')[1] ?? '') : Buffer.concat(chunks).toString()
    const request = { name: `${message.method} ${path}`, body, headers: message.headers }
    requests.push(request)
    const send = (status: number, text: string, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1', ...headers })
        .end(text)
    const fail = (status: number, error: object) => send(status, JSON.stringify({ error }))
    const refusal = refusals[weather]
    if (refusal) return fail(refusal[0], { type: refusal[1], code: refusal[2], message: weather })
    if (weather === 'reset') return response.destroy()
    if (message.headers.authorization !== `Bearer ${key}`)
      return fail(401, { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_test_****' })
    const { status, body: text, replayed } = once(request, path)
    if (weather === 'deaf' && message.method === 'POST') return response.destroy()
    send(status, text, replayed ? { 'idempotent-replayed': 'true' } : {})
  }

  const server = createServer((message, response) => void serve(message, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    during: async (like, act) => {
      weather = like
      try {
        return await act()
      } finally {
        weather = 'fine'
      }
    },
    forget: () => kept.clear(),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function perform(operations: StripeOperations, { name, body, headers }: ReceivedRequest, path: string) {
  const method = name.split(' ')[0]
  try {
    for (const [known, { takes, answer }] of Object.entries(operations)) {
      const [verb, pattern = ''] = known.split(' ')
      const ids = new RegExp(`^${pattern.replaceAll(/:id/g, '(\\w+)')}$`).exec(path)?.slice(1)
      if (verb !== method || !ids) continue
      const form = parseStripeForm(body)
      const alien = Object.keys(form).find((parameter) => !takes.includes(parameter))
      if (alien === 'payment_method_types')
        throw invalidStripeParameter('payment_method_types_no_longer_supported', alien)
      if (alien) throw invalidStripeParameter('parameter_unknown', alien)
      const account = headers['stripe-account'] as string | undefined
      return { status: 200, body: JSON.stringify(answer({ form, ids, account })), keep: true }
    }
    throw new StripeProblem(404, 'url_invalid', `Unrecognized request URL (${name}).`, {}, false)
  } catch (error) {
    if (!(error instanceof StripeProblem)) throw error
    return { status: error.status, body: JSON.stringify({ error: error.error }), keep: error.kept }
  }
}

export function parseStripeForm(text: string): StripeForm {
  const form: StripeForm = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split('[').map((part) => part.replace(']', ''))
    const last = path.pop() as string
    let here = form
    for (const part of path) {
      here[part] ??= {}
      here = here[part] as StripeForm
    }
    here[last] = value
  }
  return form
}

/** The text of a parameter. @throws parameter_missing */
export function requiredText(form: StripeForm, name: string): string {
  const value = form[name]
  if (typeof value !== 'string' || value === '') throw invalidStripeParameter('parameter_missing', name)
  return value
}
export const optionalText = (form: StripeForm, name: string) =>
  typeof form[name] === 'string' ? form[name] : undefined

/** A whole number of minor units. */
export function requiredAmount(form: StripeForm, name = 'amount'): number {
  const value = Number(requiredText(form, name))
  if (!Number.isInteger(value) || value < 1) throw invalidStripeParameter('parameter_invalid_integer', name)
  return value
}

export const readMetadata = (form: StripeForm) => (form.metadata ?? {}) as Record<string, string>

/** A page of a list, the latest first. */
export function stripeListPage<T extends { id: string; created?: number }>(
  all: Iterable<T>,
  form: StripeForm,
): object {
  const since = Number(optionalText((form.created ?? {}) as StripeForm, 'gte') ?? 0)
  const from = [...all].reverse().filter(({ created = 0 }) => created >= since)
  const start = from.findIndex(({ id }) => id === form.starting_after) + 1
  const limit = Number(form.limit ?? 10)
  return {
    object: 'list',
    data: from.slice(start, start + limit),
    has_more: from.length > start + limit,
    url: '/',
  }
}
export const stripePagingParameters = ['limit', 'starting_after', 'ending_before', 'created', 'expand']
