import type { FastifyInstance, InjectOptions } from 'fastify'
import { type CastMember, castPassword } from './people.ts'

/** An answer with its status and its body. */
// biome-ignore lint/suspicious/noExplicitAny: the caller knows what the route answers
export type ApiReply = { status: number; body: any; headers: Record<string, unknown> }

/** A person's browser: its cookies, and functions that send requests with them. */
export type ApiClient = {
  cookie: string
  get(path: string, headers?: Record<string, string>): Promise<ApiReply>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiReply>
  patch(path: string, body?: unknown): Promise<ApiReply>
  delete(path: string, body?: unknown): Promise<ApiReply>
}

type Send = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<ApiReply>

/** A client that sends its requests with `send`. */
export const clientOf = (cookie: string, send: Send): ApiClient => ({
  cookie,
  get: (path, headers) => send('GET', path, undefined, headers),
  post: (path, body, headers) => send('POST', path, body, headers),
  patch: (path, body) => send('PATCH', path, body),
  delete: (path, body) => send('DELETE', path, body),
})

/** Sends requests to the app without a port, with the given cookies. Paths without /api are below /api/v1. */
export function makeApiClient(app: FastifyInstance, cookie = ''): ApiClient {
  const send: Send = async (method, path, body, headers = {}) => {
    const answer = await app.inject({
      method,
      url: path.startsWith('/api/') || path === '/mailbox' ? path : `/api/v1${path}`,
      headers: { ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { payload: body as NonNullable<InjectOptions['payload']> }),
    })
    const json = answer.body !== '' && String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers }
  }
  return clientOf(cookie, send)
}

const cookiesOf = ({ headers }: ApiReply) =>
  [headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ')

export async function signInByApi(
  app: FastifyInstance,
  email: string,
  secret = castPassword,
): Promise<ApiClient> {
  const answer = await makeApiClient(app).post('/api/auth/sign-in/email', { email, password: secret })
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.body)}`)
  return makeApiClient(app, cookiesOf(answer))
}

/** The links in the mails to an address, those of the latest mail first. Needs /mailbox. */
export async function mailedLinks(app: FastifyInstance, email: string): Promise<string[]> {
  const { body } = await makeApiClient(app).get('/mailbox', { accept: 'application/json' })
  return (body.items as { to: string; text: string }[])
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => /https?:\/\/\S+/.exec(text)?.[0] ?? [])
}

/** Signs up, opens the mailed link, and signs in. */
export async function signUpByApi(app: FastifyInstance, person: CastMember): Promise<ApiClient> {
  const made = await makeApiClient(app).post('/api/auth/sign-up/email', { ...person, password: castPassword })
  if (made.status !== 200) throw new Error(`${person.name} cannot sign up: ${JSON.stringify(made.body)}`)
  const [link] = await mailedLinks(app, person.email)
  const { pathname, search } = new URL(link as string)
  await makeApiClient(app).get(pathname + search)
  return signInByApi(app, person.email)
}

/** The body of an answer. @throws if it is a refusal */
export async function bodyOrThrow(asked: Promise<ApiReply>): Promise<ApiReply['body']> {
  const { status, body } = await asked
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}
