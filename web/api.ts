import type { Answer, Api, Input } from '../src/api.ts'
import { language } from './i18n.ts'

type Names<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
type Params<K> = [Names<K>] extends [never] ? unknown : { params: Record<Names<K>, string> }
/** Under a `key`, what moves money is done once, however often it is asked. */
type Given<K extends keyof Api> = Params<K> & Input<K> & { key?: string }
type Optional<T> = Record<never, never> extends T ? [given?: T] : [given: T]

export type { Answer, Api, Input }

/** What a refusal says about one field of a form. */
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
export class Problem extends Error {
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

/** Nothing answered: the network is away, or the server is. */
export class Unreachable extends Error {}

export async function problemOf(answer: Response): Promise<Error> {
  const document: unknown = await answer.json().catch(() => undefined)
  const worded = typeof document === 'object' && document !== null && 'detail' in document
  return worded ? new Problem({ status: answer.status, ...document } as Document) : new Unreachable()
}

export async function send(method: string, url: string, body?: unknown, key?: string): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: {
      'accept-language': language(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Unreachable()
  })
  if (!answer.ok) throw await problemOf(answer)
  const text = await answer.text()
  return text === '' ? {} : JSON.parse(text)
}

/** The address of a path and, for a GET, of its filters. Filters left empty are left out. */
export function address(path: string, params: Record<string, string> = {}, query: object = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value))
  return `/api/v1${filled}${search.size ? `?${search}` : ''}`
}

/** The whole client: paths, inputs and answers come from the routes' own types. */
export async function call<K extends keyof Api>(
  operation: K,
  ...[given]: Optional<Given<K>>
): Promise<Answer<K>> {
  const [method, path] = operation.split(' ') as [string, string]
  const { params, input, key } = (given ?? {}) as {
    params?: Record<string, string>
    input?: object
    key?: string
  }
  const url = address(path, params, method === 'GET' ? input : {})
  return (await send(method, url, method === 'GET' ? undefined : input, key)) as Answer<K>
}
