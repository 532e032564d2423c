import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { clientOf } from '../cast/client.ts'
import { loadCast } from '../cast/load.ts'
import { cast, password } from '../cast/people.ts'
import { may, type Role } from '../src/permissions.ts'
import { pathOf, type Sent, sampleOf } from './asking.ts'
import { windUp } from './money.ts'
import {
  type Asks,
  type Description,
  elsewhere,
  type Operation,
  operationsOf,
  servedBy,
  undescribed,
} from './operations.ts'
import { type Caller, samples, type Theatre } from './samples.ts'
import { openWorld } from './world.ts'

const standings: Record<Caller, Role | 'outside' | 'nobody'> = {
  nobody: 'nobody',
  rita: 'outside',
  olga: 'owner',
  marc: 'admin',
  selma: 'seller',
  theo: 'support',
  bruno: 'outside', // was removed
  edda: 'outside', // her access has ended
}
const callers = Object.keys(standings) as Caller[]

// The operations are asked for before the tests are listed, so that each has a test of its own.
const { app, address, database, stop } = await openWorld()
const description = (await clientOf(app).get('/api/openapi.json')).body as Description
const operations = operationsOf(description)

let theatre: Theatre
beforeAll(async () => {
  theatre = { app, database, ...(await loadCast(app)) }
  const { as, ours } = theatre
  const itIsOver = async () => expect((await as.edda.get(ours)).status).toBe(404)
  await vi.waitFor(itIsOver, { timeout: 10_000, interval: 100 })
})
afterAll(stop)

/** What the matrix has the caller be told; `allowed` where it lets them in. */
function answer(asks: Asks, caller: Caller, allowed: string): string {
  const standing = standings[caller]
  if (asks === 'open') return allowed
  if (standing === 'nobody') return '401 sign_in_required'
  if (asks === 'person') return allowed
  if (standing === 'outside') return '404 not_found'
  if (asks === 'member' || may(standing, asks)) return allowed
  return `403 forbidden for lack of ${asks}, ask Olga Ours`
}

const answers = ({ asks }: Operation, allowed: string, exceptions: Partial<Record<Caller, string>> = {}) =>
  Object.fromEntries(callers.map((caller) => [caller, answer(asks, caller, exceptions[caller] ?? allowed)]))

async function call(method: string, caller: Caller, { url, payload, type }: Sent): Promise<string> {
  const cookie = caller === 'nobody' ? '' : theatre.as[caller].cookie
  const sent = payload !== undefined && { 'content-type': type ?? 'application/json' }
  const headers = { ...(cookie && { cookie }), ...sent }
  const got = await app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers,
    payload: payload ?? '',
  })
  const problem = String(got.headers['content-type']).startsWith('application/problem+json')
  if (!problem || got.body === '') return String(got.statusCode)
  const { code, permission, ask } = got.json()
  const lack = code === 'forbidden' ? ` for lack of ${permission}, ask ${ask[0]}` : ''
  return `${got.statusCode} ${code}${lack}`
}

async function askEach(method: string, sent: Sent) {
  const given: Partial<Record<Caller, string>> = {}
  for (const caller of callers) given[caller] = await call(method, caller, sent)
  return given
}

describe('the description', () => {
  test('says of every operation what it asks, and leaves out nothing that is served', () => {
    expect(operations.length).toBeGreaterThan(30)
    expect(undescribed(servedBy(app), operations)).toEqual([])
  })

  test('elsewhere there is only sign-in, the description, photos and signs of life', () => {
    const photo = '/media/photos/:account/:photo/:size.webp'
    const others = elsewhere(servedBy(app)).filter((url) => !url.startsWith('/api/auth/'))
    expect(others).toEqual(['/api/openapi.json', '/healthz', '/mailbox', photo, '/readyz'])
  })

  const doctored = (asks: object): Description => ({
    paths: { ...description.paths, '/api/v1/accounts/{account}/till': { delete: asks } },
  })
  test('with an operation that does not say what it asks, it would fail', () => {
    expect(() => operationsOf(doctored({}))).toThrow(
      'DELETE /accounts/:account/till does not say what it asks',
    )
  })
  test.each(['money.burn', 'everybody', '', null, ['member']])('with one that asks %j, too', (asks) => {
    expect(() => operationsOf(doctored({ 'x-permission': asks }))).toThrow('which the matrix does not know')
  })
  test('a route that it leaves out would be found', () => {
    const hidden = operations.filter(({ name }) => name !== 'DELETE /accounts/:account/members/:member')
    expect(undescribed(servedBy(app), hidden)).toEqual(['DELETE /accounts/:account/members/:member'])
    const added = [...servedBy(app), { method: 'PUT', url: '/api/v1/accounts/:account/till' }]
    expect(undescribed(added, operations)).toEqual(['PUT /accounts/:account/till'])
  })
})

// Whoever is let in has the body read, and it cannot be; nobody else gets as far. It harms nothing.
describe('before the body is read', () => {
  for (const operation of operations.filter(({ method }) => method !== 'GET')) {
    test(`${operation.name} asks ${operation.asks}`, async () => {
      const url = await pathOf(theatre, operation)
      const given = await askEach(operation.method, { url, payload: '{"role": "own' })
      const isFile = samples[operation.name]?.type
      expect(given).toEqual(answers(operation, isFile ? '415 unsupported' : '400 malformed'))
    })
  }
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    test(`${operation.name} asks ${operation.asks} for its head, too`, async () => {
      const given = await askEach('HEAD', { url: await pathOf(theatre, operation) })
      const expected = answers(operation, '200')
      const statuses = Object.entries(expected).map(([caller, text]) => [caller, text.slice(0, 3)])
      expect(given).toEqual(Object.fromEntries(statuses))
    })
  }
})

// Whoever is let in succeeds: the powers of their role reach down to the database.
describe('with an input that it takes', () => {
  const exceptions: Record<string, Partial<Record<Caller, string>>> = {
    'POST /accounts/:account/leave': { olga: '403 owner_stays' },
    // They hold it already.
    'POST /accounts/:account/access-requests': { olga: '422 invalid', marc: '422 invalid' },
    // In the sandbox cards are typed in, and there is no page to connect them on.
    'POST /accounts/:account/payment-methods/setup': { olga: '409 cards_here' },
    'POST /accounts/:account/payment-methods/setup/complete': { olga: '409 cards_here' },
  }
  for (const operation of operations) {
    const { name, method, asks, answers: success } = operation
    test(`${name} asks ${asks}`, async () => {
      const given: Partial<Record<Caller, string>> = {}
      for (const caller of callers) {
        const letIn = answer(asks, caller, 'allowed') === 'allowed'
        given[caller] = await call(method, caller, await sampleOf(theatre, operation, caller, letIn))
        if (letIn) await samples[name]?.after?.(theatre, caller)
      }
      expect(given).toEqual(answers(operation, String(success), exceptions[name]))
    })
  }
})

test('to an outsider, Maison Ours looks the same as an account that does not exist', async () => {
  const { as, ours } = theatre
  for (const path of ['', '/members', '/products', '/activity.csv']) {
    const there = await as.rita.get(ours + path)
    expect(there).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(there.body).toEqual((await as.rita.get(`/accounts/acc_none${path}`)).body)
  }
})

test.each(callers)('the live connection asks the same of %s', async (caller) => {
  const cookie = caller === 'nobody' ? '' : theatre.as[caller].cookie
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live?account=${theatre.own.olga}`, {
    headers: { cookie, origin: 'http://localhost' },
  })
  const met = await new Promise<number | string>((done) => {
    socket.once('unexpected-response', (_, { statusCode = 0 }) => done(statusCode))
    socket.once('message', (text) => done(String(text)))
  })
  socket.on('error', () => undefined).terminate()
  expect(String(met)).toBe(answer('member', caller, '{"type":"hello"}').replace(/^(40[14]) .*/, '$1'))
})

// Last, for it takes the stage away.
describe('while the account is being deleted, it is there for its Owner alone', () => {
  beforeAll(async () => {
    await windUp(database, theatre.own.olga)
    expect((await theatre.as.olga.delete(theatre.ours, { password })).status).toBe(200)
  })
  for (const { name, method, path } of operations) {
    if (!path.startsWith('/accounts/:account')) continue
    test(name, async () => {
      const url = path.replace(':account', theatre.own.olga).replaceAll(/:\w+/g, 'any')
      const given = await askEach(method, method === 'GET' ? { url } : { url, payload: '{' })
      const restore = name === 'POST /accounts/:account/restore'
      expect(given).toEqual({
        ...Object.fromEntries(callers.map((caller) => [caller, '404 not_found'])),
        nobody: '401 sign_in_required',
        olga: restore ? '400 malformed' : '409 account_closing',
      })
    })
  }
})

test('each refusal for lack of a permission is on record', async () => {
  const { as, ours } = theatre
  await as.olga.post(`${ours}/restore`)
  const { items } = (await as.olga.get(`${ours}/activity?area=door`)).body
  expect(items.length).toBe(25)
  for (const { act, allowed, person, details } of items) {
    expect([act, allowed]).toEqual(['door.refused', false])
    const refused = callers.find((caller) => caller !== 'nobody' && cast[caller].name === person.name)
    expect(may(standings[refused ?? 'nobody'] as Role, details.permission)).toBe(false)
  }
})
