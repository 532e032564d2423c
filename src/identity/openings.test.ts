import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, signUp } from '../../cast/client.ts'
import { cast, password } from '../../cast/people.ts'
import { openWorld, secret } from '../../test/world.ts'
import { readConfig } from '../ground/config.ts'
import { makePost } from '../ground/mail.ts'
import type { Running } from '../start.ts'
import { makeAuth } from './auth.ts'
import { passages } from './bridge.ts'

let world: Running
beforeAll(async () => {
  world = await openWorld({ RATE_LIMIT_FACTOR: '1' })
  await signUp(world.app, cast.olga)
})
afterAll(() => world.stop())

const send = async (options: InjectOptions) => {
  const { statusCode, headers, body } = await world.app.inject(options)
  return { status: statusCode, headers, body: body.startsWith('{') ? JSON.parse(body) : body }
}
const signIn = (given: Partial<InjectOptions> & { email?: string; secret?: string } = {}) => {
  const { email = cast.olga.email, secret: typed = password, ...options } = given
  return send({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password: typed },
    ...options,
  })
}

describe('of better-auth', () => {
  type Endpoint = { path?: string; options?: { method?: string | string[] } }
  const endpoints = (): [string, string][] => {
    const config = readConfig({ SECRET: secret, DATA_DIR: '' })
    const { api } = makeAuth(world.database, config, makePost(secret))
    return (Object.values(api) as unknown as Endpoint[]).flatMap(({ path, options }) =>
      path ? [options?.method ?? 'GET'].flat().map((method): [string, string] => [method, path]) : [],
    )
  }
  const open = new Set(passages.map(({ method, path }) => `${method} ${path}`))

  test('these routes are open, and no other', () => {
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

  test('every other one that it has does not exist here, also for whoever is signed in', async () => {
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

  test('no spelling of an address leads around that', async () => {
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

  test('are refused where something would be done, at sign-in too', async () => {
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

  test('one’s own pages and programs are not', async () => {
    expect(
      (await signIn({ headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(200)
    expect((await signIn()).status).toBe(200)
  })
})

describe('tries are counted', () => {
  const overLimit = (answer: Awaited<ReturnType<typeof send>>) => {
    expect(answer).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
    const seconds = Number(answer.headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(Date.parse(answer.body.retryAt) - Date.now()).toBeLessThanOrEqual(seconds * 1000)
  }
  const guess = (nth: number, email: string) =>
    signIn({ email, secret: `guess ${nth}`, remoteAddress: `203.0.113.${nth}` })

  test('for one address, from wherever and however it is written; then the right password is refused, too', async () => {
    const email = 'nobody@example.com'
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => guess(nth, nth % 2 ? email : email.toUpperCase())),
    )
    expect(tries.map(({ status }) => status)).toEqual(Array(10).fill(401))

    overLimit(await guess(11, email))

    expect((await signIn({ remoteAddress: '203.0.113.1' })).status).toBe(200)
  })

  test('from one place, whatever addresses it tries; others are not held up', async () => {
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

  test('and whoever says to be elsewhere is not believed without a proxy', async () => {
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

describe('the cookie of a sign-in', () => {
  const attributes = (cookie: unknown) => String([cookie].flat()[0]).split('; ')

  test('is out of reach of scripts and other sites', async () => {
    const [pair, ...rest] = attributes((await signIn()).headers['set-cookie'])
    expect(pair).toMatch(/^stagedoor\.session_token=/)
    expect(rest.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax'])
  })

  test('is tied to the host where the pages are on https', async () => {
    const safe = await openWorld({ PUBLIC_URL: 'https://localhost' })
    const olga = await signUp(safe.app, cast.olga)
    expect(olga.cookie).toMatch(/^__Host-stagedoor\.session_token=/)
    expect((await olga.get('/me')).status).toBe(200)
    const plain = olga.cookie.replace('__Host-', '')
    expect((await clientOf(safe.app, plain).get('/me')).status).toBe(401)

    const again = await clientOf(safe.app).post('/api/auth/sign-in/email', {
      email: cast.olga.email,
      password,
    })
    const [, ...rest] = attributes(again.headers['set-cookie'])
    expect(rest.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure'])
    await safe.stop()
  })
})
