import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApiClient, signUpByApi } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import { testSecret } from '../../test/support/test-environment.ts'
import { openWorld } from '../../test/support/test-world.ts'
import { readConfig } from '../platform/config.ts'
import { makeSendMail } from '../platform/mail/queue-mail.ts'
import type { RunningServer } from '../server/start.ts'
import { makeAuth } from './better-auth.ts'
import { authRoutes } from './better-auth-routes.ts'

let world: RunningServer
beforeAll(async () => {
  world = await openWorld({ RATE_LIMIT_FACTOR: '1' }, 'without jobs')
  await signUpByApi(world.app, cast.olga)
})
afterAll(() => world.stop())

const send = async (options: InjectOptions) => {
  const { statusCode, headers, body } = await world.app.inject(options)
  return { status: statusCode, headers, body: body.startsWith('{') ? JSON.parse(body) : body }
}
const signIn = (given: Partial<InjectOptions> & { email?: string; secret?: string } = {}) => {
  const { email = cast.olga.email, secret: typed = castPassword, ...options } = given
  return send({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password: typed },
    ...options,
  })
}

describe('the routes of better-auth', () => {
  type Endpoint = { path?: string; options?: { method?: string | string[] } }
  const endpoints = (): [string, string][] => {
    const config = readConfig({ SECRET: testSecret, DATA_DIR: '' })
    const { api } = makeAuth(world.database, config, makeSendMail(testSecret))
    return (Object.values(api) as unknown as Endpoint[]).flatMap(({ path, options }) =>
      path ? [options?.method ?? 'GET'].flat().map((method): [string, string] => [method, path]) : [],
    )
  }
  const open = new Set(authRoutes.map(({ method, path }) => `${method} ${path}`))

  test('are open only if they are listed here', () => {
    expect([...open].sort()).toEqual([
      'GET /get-session',
      'GET /reset-password/:token',
      'GET /verify-email',
      'POST /request-password-reset',
      'POST /reset-password',
      'POST /send-verification-email',
      'POST /sign-in/email',
      'POST /sign-out',
      'POST /sign-up/email',
      'POST /two-factor/disable',
      'POST /two-factor/enable',
      'POST /two-factor/verify-backup-code',
      'POST /two-factor/verify-totp',
    ])
  })

  test('do not exist here otherwise, even for people who are signed in', async () => {
    const closed = endpoints().filter(([method, path]) => !open.has(`${method} ${path}`))
    const paths = closed.map(([, path]) => path)
    for (const known of [
      '/update-user',
      '/change-password',
      '/change-email',
      '/delete-user',
      '/list-sessions',
    ])
      expect(paths).toContain(known)
    const cookie = [(await signIn()).headers['set-cookie']].flat().join('; ')

    for (const [method, path] of closed) {
      const url = `/api/auth${path.replaceAll(/:\w+/g, 'x')}`
      const payload = method === 'GET' ? {} : { payload: {} }
      const answer = await send({ method: method as 'POST', url, headers: { cookie }, ...payload })
      expect({ path, status: answer.status }).toEqual({ path, status: 404 })
    }
  })

  test('cannot be reached by spelling their address differently', async () => {
    for (const url of [
      '/api/auth//update-user',
      '/api/auth/sign-out/../update-user',
      '/api/auth/Update-User',
      '/api/auth/%75pdate-user',
    ])
      expect({ url, status: (await send({ method: 'POST', url, payload: {} })).status }).toEqual({
        url,
        status: 404,
      })
  })
})

describe('requests from another site', () => {
  const refused = { status: 403, body: { code: 'origin_refused' } }
  const origins = [
    'https://elsewhere.example',
    'http://localhost.elsewhere.example',
    'http://localhost:81',
    'null',
  ]

  test('are refused if they would change something, including sign-in', async () => {
    for (const origin of origins) {
      expect(await signIn({ headers: { origin } })).toMatchObject(refused)
      for (const method of ['POST', 'PATCH', 'DELETE'] as const)
        expect(await send({ method, url: '/api/v1/me', headers: { origin } })).not.toMatchObject({
          status: 200,
        })
      expect(
        await send({ method: 'PATCH', url: '/api/v1/me', headers: { origin }, payload: {} }),
      ).toMatchObject(refused)
    }
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(await signIn({ headers })).toMatchObject(refused)
  })

  test('do not include those of the server’s own pages and of programs', async () => {
    expect(
      (await signIn({ headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(200)
    expect((await signIn()).status).toBe(200)
  })
})

describe('attempts are limited', () => {
  const overLimit = (answer: Awaited<ReturnType<typeof send>>) => {
    expect(answer).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
    const seconds = Number(answer.headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(Date.parse(answer.body.retryAt) - Date.now()).toBeLessThanOrEqual(seconds * 1000)
  }
  const guess = (nth: number, email: string) =>
    signIn({ email, secret: `guess ${nth}`, remoteAddress: `203.0.113.${nth}` })

  test('for one address, from anywhere and in any spelling; then the right password is refused, too', async () => {
    const email = 'nobody@example.com'
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => guess(nth, nth % 2 ? email : email.toUpperCase())),
    )
    expect(tries.map(({ status }) => status)).toEqual(Array(10).fill(401))

    overLimit(await guess(11, email))

    expect((await signIn({ remoteAddress: '203.0.113.1' })).status).toBe(200)
  })

  test('from one IP address, for any e-mail addresses; other IP addresses are not affected', async () => {
    const signUps = (remoteAddress: string, nth: number) =>
      send({
        method: 'POST',
        url: '/api/auth/sign-up/email',
        payload: { email: `guest${nth}@example.com` },
        remoteAddress,
      })
    const tries = await Promise.all(Array.from({ length: 100 }, (_, nth) => signUps('198.51.100.1', nth)))
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([422]))

    overLimit(await signUps('198.51.100.1', 101))

    expect((await signUps('198.51.100.2', 102)).status).toBe(422)
  })

  test('for a new password', async () => {
    const ask = () =>
      send({
        method: 'POST',
        url: '/api/auth/request-password-reset',
        payload: { email: 'unknown@example.com' },
      })
    for (let tries = 0; tries < 5; tries++) expect((await ask()).status).toBe(200)
    overLimit(await ask())
  })

  test('by the real IP address: without a proxy, a forwarding header is ignored', async () => {
    const from = (address: string) =>
      signIn({
        email: 'liar@example.com',
        headers: { 'x-forwarded-for': address },
        remoteAddress: '192.0.2.1',
      })
    const tries = await Promise.all(Array.from({ length: 10 }, (_, nth) => from(`10.0.0.${nth}`)))
    expect(tries.map(({ status }) => status)).toEqual(Array(10).fill(401))
    overLimit(await from('10.0.0.99'))
  })
})

describe('the session cookie', () => {
  const attributes = (cookie: unknown) => String([cookie].flat()[0]).split('; ')

  test('cannot be read by scripts or sent by other sites', async () => {
    const [pair, ...rest] = attributes((await signIn()).headers['set-cookie'])
    expect(pair).toMatch(/^stagedoor\.session_token=/)
    expect(rest.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax'])
  })

  test('is tied to the host if the pages use https', async () => {
    const safe = await openWorld({ PUBLIC_URL: 'https://localhost' }, 'without jobs')
    const olga = await signUpByApi(safe.app, cast.olga)
    expect(olga.cookie).toMatch(/^__Host-stagedoor\.session_token=/)
    expect((await olga.get('/me')).status).toBe(200)
    const plain = olga.cookie.replace('__Host-', '')
    expect((await makeApiClient(safe.app, plain).get('/me')).status).toBe(401)

    const again = await makeApiClient(safe.app).post('/api/auth/sign-in/email', {
      email: cast.olga.email,
      password: castPassword,
    })
    const [, ...rest] = attributes(again.headers['set-cookie'])
    expect(rest.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure'])
    await safe.stop()
  })
})
