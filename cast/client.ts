import type { FastifyInstance, InjectOptions } from 'fastify'
import { type CastMember, password } from './people.ts'

/** An answer, as its status and what its body says. */
// biome-ignore lint/suspicious/noExplicitAny: whoever asks knows what the route answers
export type Reply = { status: number; body: any; headers: Record<string, unknown> }

/** Somebody's browser: what they are signed in with, and requests sent with it. */
export type Client = {
  cookie: string
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  patch(path: string, body?: unknown): Promise<Reply>
  delete(path: string, body?: unknown): Promise<Reply>
}

/** Requests to the app without a port, as whoever the cookie says. Paths are below /api/v1 unless they say more. */
export function clientOf(app: FastifyInstance, cookie = ''): Client {
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers = {},
  ) => {
    const answer = await app.inject({
      method,
      url: path.startsWith('/api/') || path === '/mailbox' ? path : `/api/v1${path}`,
      headers: { ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { payload: body as NonNullable<InjectOptions['payload']> }),
    })
    const json = answer.body !== '' && String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers }
  }
  return {
    cookie,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path, body) => send('DELETE', path, body),
  }
}

const cookiesOf = ({ headers }: Reply) =>
  [headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ')

export async function signIn(app: FastifyInstance, email: string, secret = password): Promise<Client> {
  const answer = await clientOf(app).post('/api/auth/sign-in/email', { email, password: secret })
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.body)}`)
  return clientOf(app, cookiesOf(answer))
}

/** The addresses in the mails to somebody, the latest mail's first. Needs /mailbox. */
export async function linksTo(app: FastifyInstance, email: string): Promise<string[]> {
  const { body } = await clientOf(app).get('/mailbox', { accept: 'application/json' })
  return (body.items as { to: string; text: string }[])
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => /https?:\/\/\S+/.exec(text)?.[0] ?? [])
}

/** Signs up, follows the mailed link, signs in. */
export async function signUp(app: FastifyInstance, person: CastMember): Promise<Client> {
  const made = await clientOf(app).post('/api/auth/sign-up/email', { ...person, password })
  if (made.status !== 200) throw new Error(`${person.name} cannot sign up: ${JSON.stringify(made.body)}`)
  const [link] = await linksTo(app, person.email)
  const { pathname, search } = new URL(link as string)
  await clientOf(app).get(pathname + search)
  return signIn(app, person.email)
}

/** What an answer says, if it is not a refusal. */
export async function ok(asked: Promise<Reply>): Promise<Reply['body']> {
  const { status, body } = await asked
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}
