import type { Answer, Api, Input } from '#server-api'
import type { PathNames, PathParams } from '../../src/http/path-params.ts'
import { currentLanguage } from '../i18n/i18n.ts'

type Params<K extends string> = [PathNames<K>] extends [never] ? unknown : { params: PathParams<K> }
/** A request with a `key` takes effect once, however often it is sent. */
export type Given<K extends keyof Api> = Params<K> & Input<K> & { key?: string }
type Optional<T> = Record<never, never> extends T ? [given?: T] : [given: T]

export type { Answer, Api, Input }

/** The problem with one field of a form. */
export type FieldProblem = { field: string; code: string; message: string }
type Document = {
  status: number
  code: string
  detail: string
  fields?: FieldProblem[]
  permission?: string
  retryAt?: string
  [more: string]: unknown
}

/** A refusal: the server's problem document. `detail` is a sentence in the reader's language. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldProblem[]
  readonly more: Document
  constructor(document: Document) {
    super(document.detail)
    this.status = document.status
    this.code = document.code
    this.fields = document.fields ?? []
    this.more = document
  }
}

/** Whether the server answered that there is no such thing. */
export const isNotFound = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.status === 404

/** There was no answer: the network or the server is unavailable. */
export class ServerUnreachable extends Error {}

/** Whether a request failed: the server refused it or was not reached. Other errors are faults of the code. */
export const isRequestProblem = (error: unknown): error is ApiProblem | ServerUnreachable =>
  error instanceof ApiProblem || error instanceof ServerUnreachable

export async function readProblem(answer: Response): Promise<Error> {
  const document: unknown = await answer.json().catch(() => undefined)
  const worded = typeof document === 'object' && document !== null && 'detail' in document
  return worded ? new ApiProblem({ status: answer.status, ...document } as Document) : new ServerUnreachable()
}

export async function sendRequest(
  method: string,
  url: string,
  body?: unknown,
  key?: string,
): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: {
      'accept-language': currentLanguage(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ServerUnreachable()
  })
  if (!answer.ok) throw await readProblem(answer)
  const text = await answer.text()
  return text === '' ? {} : JSON.parse(text)
}

/** The URL of a path with, for a GET, its filters. Empty filters are left out. */
export function apiUrl(path: string, params: Record<string, string> = {}, query: object = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value))
  return `/api/v1${filled}${search.size ? `?${search}` : ''}`
}

/** Calls the API. Paths, inputs and answers are typed by the routes themselves. */
export async function callApi<K extends keyof Api>(
  operation: K,
  ...[given]: Optional<Given<K>>
): Promise<Answer<K>> {
  const [method, path] = operation.split(' ') as [string, string]
  const { params, input, key } = (given ?? {}) as {
    params?: Record<string, string>
    input?: object
    key?: string
  }
  const url = apiUrl(path, params, method === 'GET' ? input : {})
  return (await sendRequest(method, url, method === 'GET' ? undefined : input, key)) as Answer<K>
}
