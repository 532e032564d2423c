import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { makeApiClient } from '../cast/api-client.ts'
import { cast, castPassword } from '../cast/people.ts'
import { may, type Role } from '../src/permissions.ts'
import {
  type ApiOperation,
  listServedRoutes,
  type OpenApiDocument,
  type OperationRequirement,
  readOperations,
  routesOutsideApi,
  undescribedRoutes,
} from './support/api-operations.ts'
import { settleOpenTrade } from './support/money-fixtures.ts'
import { buildSampleRequest, operationUrl, type SampleRequest } from './support/requests.ts'
import {
  type CastWorld,
  type OperationCaller,
  operationSamples,
} from './support/samples/operation-samples.ts'
import { openWorldWithCast } from './support/test-world.ts'

const standings: Record<OperationCaller, Role | 'outside' | 'nobody'> = {
  nobody: 'nobody',
  rita: 'outside',
  olga: 'owner',
  marc: 'admin',
  selma: 'seller',
  theo: 'support',
  bruno: 'outside', // was removed
  edda: 'outside', // her access has ended
}
const callers = Object.keys(standings) as OperationCaller[]

// The operations are read before the tests are defined, so that each has its own test.
const { world, stage } = await openWorldWithCast()
const { app, address, database, stop } = world
const theatre: CastWorld = { app, database, ...stage }
const description = (await makeApiClient(app).get('/api/openapi.json')).body as OpenApiDocument
const operations = readOperations(description)

afterAll(stop)

/** The answer that the matrix requires for the caller; `allowed` if it lets them in. */
function answer(asks: OperationRequirement, caller: OperationCaller, allowed: string): string {
  const standing = standings[caller]
  if (asks === 'open') return allowed
  if (standing === 'nobody') return '401 sign_in_required'
  if (asks === 'person') return allowed
  if (standing === 'outside') return '404 not_found'
  if (asks === 'member' || may(standing, asks)) return allowed
  return `403 forbidden for lack of ${asks}, ask Olga Ours`
}

const answers = (
  { asks }: ApiOperation,
  allowed: string,
  exceptions: Partial<Record<OperationCaller, string>> = {},
) =>
  Object.fromEntries(callers.map((caller) => [caller, answer(asks, caller, exceptions[caller] ?? allowed)]))

async function call(
  method: string,
  caller: OperationCaller,
  { url, payload, type }: SampleRequest,
): Promise<string> {
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

/** Sends a request that changes nothing as every caller at the same time. */
async function askEach(method: string, sent: SampleRequest) {
  const given = callers.map(async (caller) => [caller, await call(method, caller, sent)] as const)
  return Object.fromEntries(await Promise.all(given))
}

describe('the API’s description', () => {
  test('states the permission of every operation, and leaves out no route that is served', () => {
    expect(operations.length).toBeGreaterThan(30)
    expect(undescribedRoutes(listServedRoutes(app), operations)).toEqual([])
  })

  test('leaves out only sign-in, the description itself, photos and health checks', () => {
    const photo = '/media/photos/:account/:photo/:size.webp'
    const others = routesOutsideApi(listServedRoutes(app)).filter((url) => !url.startsWith('/api/auth/'))
    expect(others).toEqual(['/api/openapi.json', '/healthz', '/mailbox', photo, '/readyz'])
  })

  const doctored = (asks: object): OpenApiDocument => ({
    paths: { ...description.paths, '/api/v1/accounts/{account}/till': { delete: asks } },
  })
  test('would be refused with an operation that states no permission', () => {
    expect(() => readOperations(doctored({}))).toThrow(
      'DELETE /accounts/:account/till does not say what it asks',
    )
  })
  test.each(['money.burn', 'everybody', '', null, ['member']])(
    'would be refused with an operation that states %j',
    (asks) => {
      expect(() => readOperations(doctored({ 'x-permission': asks }))).toThrow(
        'which the matrix does not know',
      )
    },
  )
  test('would be found to lack a route', () => {
    const hidden = operations.filter(({ name }) => name !== 'DELETE /accounts/:account/members/:member')
    expect(undescribedRoutes(listServedRoutes(app), hidden)).toEqual([
      'DELETE /accounts/:account/members/:member',
    ])
    const added = [...listServedRoutes(app), { method: 'PUT', url: '/api/v1/accounts/:account/till' }]
    expect(undescribedRoutes(added, operations)).toEqual(['PUT /accounts/:account/till'])
  })
})

// The body is read only for callers who are let in, and it cannot be parsed. It changes nothing.
describe('before the body is read', () => {
  for (const operation of operations.filter(({ method }) => method !== 'GET')) {
    test(`${operation.name} asks ${operation.asks}`, async () => {
      const url = await operationUrl(theatre, operation)
      const given = await askEach(operation.method, { url, payload: '{"role": "own' })
      const isFile = operationSamples[operation.name]?.type
      expect(given).toEqual(answers(operation, isFile ? '415 unsupported' : '400 malformed'))
    })
  }
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    test(`${operation.name} asks ${operation.asks} for its head, too`, async () => {
      const given = await askEach('HEAD', { url: await operationUrl(theatre, operation) })
      const expected = answers(operation, '200')
      const statuses = Object.entries(expected).map(([caller, text]) => [caller, text.slice(0, 3)])
      expect(given).toEqual(Object.fromEntries(statuses))
    })
  }
})

// Callers who are let in succeed: their permissions also hold in the database.
describe('with a valid input', () => {
  const exceptions: Record<string, Partial<Record<OperationCaller, string>>> = {
    'POST /accounts/:account/leave': { olga: '403 owner_stays' },
    // They have the permission already.
    'POST /accounts/:account/access-requests': { olga: '422 invalid', marc: '422 invalid' },
    // With the sandbox, cards are typed in, and there is no page for connecting them.
    'POST /accounts/:account/payment-methods/setup': { olga: '409 cards_here' },
    'POST /accounts/:account/payment-methods/setup/complete': { olga: '409 cards_here' },
  }
  for (const operation of operations) {
    const { name, method, asks, answers: success } = operation
    test(`${name} asks ${asks}`, async () => {
      const isLetIn = (caller: OperationCaller) => answer(asks, caller, 'allowed') === 'allowed'
      const given: Partial<Record<OperationCaller, string>> = {}
      // Callers who are refused change nothing, so one request does for all of them.
      const refused = callers.filter((caller) => !isLetIn(caller))
      const request = await buildSampleRequest(theatre, operation, 'rita', false)
      await Promise.all(refused.map(async (caller) => (given[caller] = await call(method, caller, request))))
      for (const caller of callers.filter(isLetIn)) {
        given[caller] = await call(method, caller, await buildSampleRequest(theatre, operation, caller, true))
        await operationSamples[name]?.after?.(theatre, caller)
      }
      expect(given).toEqual(answers(operation, String(success), exceptions[name]))
    })
  }
})

test('for an outsider, Maison Ours looks the same as an account that does not exist', async () => {
  const { as, ours } = theatre
  for (const path of ['', '/members', '/products', '/activity.csv']) {
    const there = await as.rita.get(ours + path)
    expect(there).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(there.body).toEqual((await as.rita.get(`/accounts/acc_none${path}`)).body)
  }
})

test.each(callers)('the live connection has the same rule for %s', async (caller) => {
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

// This comes last, since it closes the account.
describe('while the account is being deleted, only its Owner can find it', () => {
  beforeAll(async () => {
    await settleOpenTrade(database, theatre.own.olga)
    expect((await theatre.as.olga.delete(theatre.ours, { password: castPassword })).status).toBe(200)
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

test('each refusal for lack of a permission is recorded', async () => {
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
