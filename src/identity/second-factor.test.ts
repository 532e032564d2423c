import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type ApiClient,
  type ApiReply,
  makeApiClient,
  signInByApi,
  signUpByApi,
} from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import { openWorld } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let olga: ApiClient
/** The URI that her authenticator app was given, and the backup codes that she wrote down. */
let uri: URL
let backupCodes: string[]
beforeAll(async () => {
  world = await openWorld({}, 'without jobs')
  olga = await signUpByApi(world.app, cast.olga)
})
afterAll(() => world.stop())

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const fromBase32 = (text: string) => {
  const bits = [...text].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The code that an authenticator shows (RFC 6238), `step` steps of 30 seconds from now. */
function codeOf({ searchParams }: URL, step = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
  const digest = createHmac('sha1', fromBase32(searchParams.get('secret') ?? ''))
    .update(counter)
    .digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String(
    (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** Number(searchParams.get('digits')),
  ).padStart(6, '0')
}

const withCookies = ({ headers }: ApiReply) =>
  makeApiClient(
    world.app,
    [headers['set-cookie']]
      .flat()
      .map((one) => String(one).split(';')[0])
      .join('; '),
  )
const typePassword = async () =>
  makeApiClient(world.app).post('/api/auth/sign-in/email', { email: cast.olga.email, password: castPassword })
const verify = (by: ApiClient, code: string) => by.post('/api/auth/two-factor/verify-totp', { code })
const twoFactor = async (by: ApiClient) => (await by.get('/me')).body.person.twoFactor

test('the second factor is switched on with the password and a first code, and not with one of them alone', async () => {
  const enable = (given: object) => olga.post('/api/auth/two-factor/enable', given)
  expect(await enable({ password: 'not-her-password' })).toMatchObject({
    status: 403,
    body: { code: 'wrong_password' },
  })

  const { status, body } = await enable({ password: castPassword })
  expect(status).toBe(200)
  uri = new URL(body.totpURI)
  backupCodes = body.backupCodes
  expect(uri.searchParams.get('issuer')).toBe('Stagedoor')
  expect(await twoFactor(olga)).toBe(false)

  expect(await verify(olga, '000000')).toMatchObject({ status: 400, body: { code: 'wrong_code' } })
  const verified = await verify(olga, codeOf(uri))
  expect(verified.status).toBe(200)
  olga = withCookies(verified)
  expect(await twoFactor(olga)).toBe(true)
})

describe('once the second factor is on', () => {
  let between: ApiClient
  beforeEach(async () => {
    const typed = await typePassword()
    expect(typed).toMatchObject({ status: 200, body: { twoFactorRedirect: true } })
    between = withCookies(typed)
  })

  test('the password alone does not sign Nadia in', async () => {
    expect((await between.get('/me')).status).toBe(401)
  })

  test('the password and then a code do', async () => {
    expect(await verify(between, '000000')).toMatchObject({ status: 400, body: { code: 'wrong_code' } })
    const done = await verify(between, codeOf(uri))
    expect(done.status).toBe(200)
    expect((await withCookies(done).get('/me')).body.person.email).toBe(cast.olga.email)
  })

  test('a code without the password does not', async () => {
    const answer = await verify(makeApiClient(world.app), codeOf(uri))
    expect(answer.status).toBe(401)
  })

  test('a code from ten minutes ago does not', async () => {
    expect((await verify(between, codeOf(uri, -20))).status).toBe(400)
  })

  test('a backup code does, once', async () => {
    const useCode = (by: ApiClient) =>
      by.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })
    const first = await useCode(between)
    expect(first.status).toBe(200)
    expect((await withCookies(first).get('/me')).status).toBe(200)

    const again = withCookies(await typePassword())
    expect(await useCode(again)).toMatchObject({ status: 400, body: { code: 'wrong_code' } })
  })

  test('the team’s list shows it', async () => {
    const { accounts } = (await olga.get('/me')).body
    const { items } = (await olga.get(`/accounts/${accounts[0].id}/members`)).body
    expect(items[0]).toMatchObject({ name: cast.olga.name, twoFactor: true })
  })
})

test('guessing ends the sign-in; after ten wrong codes in a row, the right one is refused as well', async () => {
  const guessing = async () => {
    const between = withCookies(await typePassword())
    const statuses: number[] = []
    for (let tries = 0; tries < 6; tries++) statuses.push((await verify(between, '000000')).status)
    return { statuses, right: (await verify(between, codeOf(uri))).status }
  }
  expect(await guessing()).toEqual({ statuses: [400, 400, 400, 400, 400, 401], right: 401 })
  await guessing()

  const newAttempt = withCookies(await typePassword())
  expect(await verify(newAttempt, codeOf(uri))).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
})

test('the second factor is switched off with the password', async () => {
  const disable = (given: object) => olga.post('/api/auth/two-factor/disable', given)
  expect((await disable({ password: 'not-her-password' })).status).toBe(403)
  expect((await disable({ password: castPassword })).status).toBe(200)
  expect((await signInByApi(world.app, cast.olga.email).then((client) => client.get('/me'))).status).toBe(200)
})
