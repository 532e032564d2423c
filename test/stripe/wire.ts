import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a form holds: `a[b]=c` is { a: { b: 'c' } }, `a[0]=b` is { a: { 0: 'b' } }. */
export type Form = { [name: string]: string | Form }

export type Asked = {
  form: Form
  /** The :ids of the path. */
  ids: string[]
  /** The connected account that it is asked for, by the header Stripe-Account. */
  account: string | undefined
}

export type Operation = {
  /** The parameters that the reference lists for it, as far as they are used here. Any other is refused. */
  takes: string[]
  answer(asked: Asked): object
}

/** By its method and path, such as 'POST /v1/refunds'. */
export type Operations = Record<string, Operation>

/** What arrived, as it was sent. */
export type Request = { name: string; body: string; headers: IncomingMessage['headers'] }

/** An error as the reference has it (docs.stripe.com/api/errors). */
export class Problem extends Error {
  readonly status: number
  readonly error: { type: string; code?: string; message: string; [more: string]: unknown }
  /** Errors in what was sent come before anything is done: their answer is not kept under the idempotency key. */
  readonly kept: boolean

  constructor(status: number, code: string, message: string, more: object = {}, kept = true) {
    super(message)
    const type = status === 402 ? 'card_error' : 'invalid_request_error'
    this.status = status
    this.error = { type, code, message, ...more }
    this.kept = kept
  }
}

export const unusable = (code: string, param: string, status = 400) =>
  new Problem(status, code, `This cannot be used: ${param}`, { param }, false)

/**
 * What becomes of requests.
 * - away: refused with 503; limited: with 429, busy: with 409
 * - reset: the connection breaks before anything is done
 * - deaf: what is to be made is made, and the connection breaks before the answer
 */
export type Weather = 'fine' | 'away' | 'limited' | 'busy' | 'reset' | 'deaf'
const refusals: Partial<Record<Weather, [status: number, type: string, code: string]>> = {
  away: [503, 'api_error', 'api_error'],
  limited: [429, 'invalid_request_error', 'rate_limit'],
  busy: [409, 'idempotency_error', 'idempotency_key_in_use'],
}

export type Wire = {
  url: string
  requests: Request[]
  during<T>(weather: Weather, act: () => Promise<T>): Promise<T>
  /** A day passes: idempotency keys are forgotten. */
  forget(): void
  close(): void
}

type Kept = { asked: string; status: number; body: string }

/** Serves the operations over HTTP as Stripe does: keys, forms, idempotency, errors. */
export async function openWire(operations: Operations, key: string): Promise<Wire> {
  const requests: Request[] = []
  const kept = new Map<string, Kept>()
  let weather: Weather = 'fine'

  /** Under a key that was used, the first answer is repeated (docs.stripe.com/api/idempotent_requests). */
  function once(request: Request, path: string): { status: number; body: string; replayed?: true } {
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

function perform(operations: Operations, { name, body, headers }: Request, path: string) {
  const method = name.split(' ')[0]
  try {
    for (const [known, { takes, answer }] of Object.entries(operations)) {
      const [verb, pattern = ''] = known.split(' ')
      const ids = new RegExp(`^${pattern.replaceAll(/:id/g, '(\\w+)')}$`).exec(path)?.slice(1)
      if (verb !== method || !ids) continue
      const form = parse(body)
      const alien = Object.keys(form).find((parameter) => !takes.includes(parameter))
      if (alien === 'payment_method_types') throw unusable('payment_method_types_no_longer_supported', alien)
      if (alien) throw unusable('parameter_unknown', alien)
      const account = headers['stripe-account'] as string | undefined
      return { status: 200, body: JSON.stringify(answer({ form, ids, account })), keep: true }
    }
    throw new Problem(404, 'url_invalid', `Unrecognized request URL (${name}).`, {}, false)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { status: error.status, body: JSON.stringify({ error: error.error }), keep: error.kept }
  }
}

export function parse(text: string): Form {
  const form: Form = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split('[').map((part) => part.replace(']', ''))
    const last = path.pop() as string
    let here = form
    for (const part of path) {
      here[part] ??= {}
      here = here[part] as Form
    }
    here[last] = value
  }
  return form
}

/** A parameter's text. @throws parameter_missing */
export function text(form: Form, name: string): string {
  const value = form[name]
  if (typeof value !== 'string' || value === '') throw unusable('parameter_missing', name)
  return value
}
export const maybe = (form: Form, name: string) => (typeof form[name] === 'string' ? form[name] : undefined)

/** A whole number of minor units. */
export function amountIn(form: Form, name = 'amount'): number {
  const value = Number(text(form, name))
  if (!Number.isInteger(value) || value < 1) throw unusable('parameter_invalid_integer', name)
  return value
}

export const metadataIn = (form: Form) => (form.metadata ?? {}) as Record<string, string>

/** A page of a list, the latest first. */
export function page<T extends { id: string; created?: number }>(all: Iterable<T>, form: Form): object {
  const since = Number(maybe((form.created ?? {}) as Form, 'gte') ?? 0)
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
export const paging = ['limit', 'starting_after', 'ending_before', 'created', 'expand']
