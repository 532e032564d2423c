import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApiClient } from '../cast/api-client.ts'
import { findMemberId, type SignedInCast, seedProducts } from '../cast/sign-up-cast.ts'
import { serviceTransaction } from '../src/platform/database/database.ts'
import type { RunningServer } from '../src/server/start.ts'
import { expectRefusal, type InvalidRequest, waitUntilAccessExpired } from './support/expect-refusal.ts'
import { openWorldWithCast } from './support/test-world.ts'

let world: RunningServer
let stage: SignedInCast
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  await seedProducts(stage)
  await waitUntilAccessExpired(stage)
})
afterAll(() => world.stop())

const refused = (bad: InvalidRequest) => expectRefusal(world, stage.as.olga, bad)
const refusedToNobody = (bad: InvalidRequest) => expectRefusal(world, makeApiClient(world.app), bad)

const jacket = { title: 'Wool jacket', price: 8900, quantity: 6 }
const products = () => `${stage.ours}/products`
const invitations = () => `${stage.ours}/invitations`
const guest = { email: 'guest@example.com', role: 'seller' }
const guests = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ email: `guest-${number}@example.com`, role: 'seller' }))

describe('a body that is not JSON, or not a JSON object, is refused:', () => {
  test.each([
    ['cut off', '{"title": "Wool ja', {}, '400 malformed'],
    ['not JSON', 'title=Wool+jacket', {}, '400 malformed'],
    ['NaN', '{"price": NaN}', {}, '400 malformed'],
    ['a prototype', '{"__proto__": {"role": "owner"}, "title": "x"}', {}, '400 malformed'],
    ['a constructor’s prototype', '{"constructor": {"prototype": {}}}', {}, '400 malformed'],
    ['shorter than it says', '{}', { 'content-length': '999' }, '400 malformed'],
    ['text', '{}', { 'content-type': 'text/plain' }, '415 unsupported'],
    ['a form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }, '415 unsupported'],
    ['of a type that is none', '{}', { 'content-type': '///' }, '415 unsupported'],
    ['10 MB long', JSON.stringify({ ...jacket, title: 'x'.repeat(10_000_000) }), {}, '413 too_large'],
  ] as const)('%s', async (_, body, headers, answer) => {
    expect((await refused({ url: products(), body, headers })).answer).toBe(answer)
  })

  const others = { nothing: 'null', 'a number': '5', true: 'true', text: '"Wool jacket"', 'a list': '[]' }
  test.each([...Object.entries(others), ['lists without end', '['.repeat(50_000) + ']'.repeat(50_000)]])(
    'JSON that is %s instead of an object',
    async (_, body) => {
      expect((await refused({ url: products(), body })).answer).toBe('422 invalid')
    },
  )

  test.each(['sign-in/email', 'sign-up/email', 'request-password-reset', 'reset-password', 'sign-out'])(
    'either of them, for %s',
    async (route) => {
      const url = `/api/auth/${route}`
      for (const body of ['5', 'true', '"hello"', '{"email": 5}'])
        expect((await refusedToNobody({ url, body })).answer).toMatch(/^4(00|22) /)
      expect((await refusedToNobody({ url, body: '{"email": ' })).answer).toBe('400 malformed')
    },
  )
})

test.each([
  ['a NUL', '\0'],
  ['nothing', ''],
  ['a number', 5],
  ['no end', 'x'.repeat(5000)],
])('a token to reset a password that is %s', async (_, token) => {
  const bad = { url: '/api/auth/reset-password', body: { token, newPassword: 'long enough to be' } }
  expect((await refusedToNobody(bad)).answer).toMatch(/^4(00|22) /)
})

describe('fields of a product', () => {
  test.each([
    ['none', {}, ['title: required', 'price: required', 'quantity: required']],
    ['an unknown one', { ...jacket, role: 'owner' }, ['role: unknown']],
    [
      'wrong types',
      { title: 5, price: '8900', quantity: [6] },
      ['title: type', 'price: type', 'quantity: type'],
    ],
    [
      'less than nothing',
      { ...jacket, price: -1, quantity: -1 },
      ['price: too_small', 'quantity: too_small'],
    ],
    ['half a cent', { ...jacket, price: 0.5 }, ['price: type']],
    ['too much', { ...jacket, price: 1e9, quantity: 1e9 }, ['price: too_big', 'quantity: too_big']],
    [
      'more than a number holds',
      { ...jacket, price: 1e300 },
      expect.arrayContaining([expect.stringMatching(/^price: /)]),
    ],
    ['an empty title', { ...jacket, title: '' }, ['title: too_short']],
    ['a title of spaces', { ...jacket, title: ' \u3000 ' }, ['title: too_short']],
    ['a title without end', { ...jacket, title: 'x'.repeat(201) }, ['title: too_long']],
  ])('%s', async (_, body, fields) => {
    expect(await refused({ url: products(), body })).toEqual({ answer: '422 invalid', fields })
  })
})

describe('invisible characters and those that change the direction of text are refused or removed:', () => {
  const unseen = {
    'a NUL': 'Mai\0son',
    'a bell': 'Mai\u0007son',
    'a line break': 'Mai\nson',
    'a right-to-left mark': 'Mai\u200Fson',
    'a right-to-left override': 'Mai\u202Eson',
    'an isolate': 'Mai\u2067son',
    'a space without width': 'Mai\u200Bson',
    'half a character': 'Mai\uD800son',
  }
  test.each(Object.entries(unseen))('%s', async (_, text) => {
    const where: [string, InvalidRequest][] = [
      ['name', { method: 'PATCH', url: stage.ours, body: { name: text } }],
      ['name', { method: 'PATCH', url: '/me', body: { name: text } }],
      ['title', { url: products(), body: { ...jacket, title: text } }],
      ['sku', { url: products(), body: { ...jacket, sku: text } }],
    ]
    for (const [field, bad] of where) {
      expect(await refused(bad)).toEqual({ answer: '422 invalid', fields: [`${field}: characters`] })
    }
    const signUp = { name: text, email: 'x@example.com', password: 'long enough to be', username: 'maison-x' }
    const answer = { answer: '422 invalid', fields: ['name: characters'] }
    expect(await refusedToNobody({ url: '/api/auth/sign-up/email', body: signUp })).toEqual(answer)
  })
})

describe('invitations', () => {
  test.each([
    ['a role that does not exist', [guest, { ...guest, role: 'boss' }], ['invitations.1.role: choice']],
    ['the Owner’s role', [{ ...guest, role: 'owner' }], ['invitations.0.role: choice']],
    ['nobody', [], ['invitations: too_few']],
    ['101 people', guests(101), ['invitations: too_many']],
    ['5,000 people', guests(5000), ['invitations: too_many']],
    ['an end in the past', [{ ...guest, endsAt: '2020-01-01T00:00:00Z' }], ['invitations.0.endsAt: past']],
    ['a 30th of February', [{ ...guest, endsAt: '2030-02-30T00:00:00Z' }], ['invitations.0.endsAt: date']],
    ['an end that is no date', [{ ...guest, endsAt: 'tomorrow' }], ['invitations.0.endsAt: date']],
    [
      'an end in eight thousand years',
      [{ ...guest, endsAt: '9999-12-31T23:59:59Z' }],
      ['invitations.0.endsAt: date'],
    ],
    ['a language that there is not', [{ ...guest, locale: 'de' }], ['invitations.0.locale: choice']],
    ['what is no list', { 0: guest }, ['invitations: type']],
  ])('with %s are refused as a whole', async (_, wanted, fields) => {
    const bad = { url: invitations(), body: { invitations: wanted } }
    expect(await refused(bad)).toEqual({ answer: '422 invalid', fields })
  })

  test('to malformed addresses are refused row by row, and the others are sent', async () => {
    const wrong = [
      `${'x'.repeat(300)}@example.com`,
      'gu\0est@example.com',
      'gu\u202Eest@example.com',
      'guest',
      '',
      'a@example.com\nBcc: b@example.com',
    ]
    const rows = [...wrong, 'good@example.com'].map((email) => ({ email, role: 'support' }))
    const { status, body } = await stage.as.olga.post(invitations(), { invitations: rows })
    expect(status).toBe(200)
    expect(body.results.map(({ status }: { status: string }) => status)).toEqual([
      ...wrong.map(() => 'invalid_email'),
      'sent',
    ])
    const { items } = (await stage.as.olga.get(invitations())).body
    expect(items.map(({ email }: { email: string }) => email)).toEqual(['good@example.com'])
  })
})

describe('movements of stock', () => {
  test.each([
    ['of nothing', { quantity: 0, reason: 'received' }, '422 invalid', ['quantity: format']],
    ['of more than there is', { quantity: -7, reason: 'damaged' }, '409 stock_too_low', []],
    ['of too much', { quantity: 1_000_001, reason: 'received' }, '422 invalid', ['quantity: too_big']],
    ['sold by hand', { quantity: -1, reason: 'sold' }, '422 invalid', ['reason: choice']],
    ['without a reason', { quantity: -1 }, '422 invalid', ['reason: choice']],
  ])('%s', async (_, body, answer, fields) => {
    const [jacket] = (await stage.as.olga.get(`${products()}?search=jacket`)).body.items
    expect(jacket.quantity).toBe(6)
    expect(await refused({ url: `${products()}/${jacket.id}/movements`, body })).toEqual({ answer, fields })
  })

  test('that add up to more than the largest stock', async () => {
    const made = await stage.as.olga.post(products(), { ...jacket, title: 'Buttons', quantity: 1_000_000 })
    await serviceTransaction(world.database, (tx) =>
      tx.execute(sql`insert into stock_movements (account_id, id, product_id, quantity, reason, person_id, person_name)
        select account_id, 'mov_many', product_id, 998500000, 'received', person_id, person_name
        from stock_movements where product_id = ${made.body.id}`),
    )
    const body = { quantity: 1_000_000, reason: 'received' }
    const { answer } = await refused({ url: `${products()}/${made.body.id}/movements`, body })
    expect(answer).toBe('409 stock_too_high')
  })
})

test('a removal with malformed invitation ids is refused', async () => {
  const url = `${stage.ours}/members/${await findMemberId(stage.as.olga, stage.ours, 'Théo Blanc')}`
  for (const cancelInvitations of [['inv\0'], Array(501).fill('inv_x'), 'inv_x', [5]]) {
    const { answer } = await refused({ method: 'DELETE', url, body: { cancelInvitations } })
    expect(answer).toBe('422 invalid')
  }
})

describe('the account’s own things', () => {
  test.each([
    ['a short username', { username: 'ab' }, '422 invalid', ['username: username']],
    ['one with a NUL', { username: 'mai\0son' }, '422 invalid', ['username: username']],
    ['one that is ours', { username: 'Admin' }, '422 invalid', ['username: reserved']],
    ['one that is taken', { username: 'Fox-and-Fern' }, '409 username_taken', ['username: taken']],
    ['a currency', { currency: 'USD' }, '422 invalid', ['currency: unknown']],
    ['a name that is nothing', { name: null }, '422 invalid', ['name: type']],
  ])('%s', async (_, body, answer, fields) => {
    expect(await refused({ method: 'PATCH', url: stage.ours, body })).toEqual({ answer, fields })
  })

  test.each([
    ['no password', {}, '428 proof_required'],
    ['a wrong one', { password: 'not-hers-at-all' }, '403 wrong_password'],
    ['one without end', { password: 'x'.repeat(129) }, '422 invalid'],
    ['what is no text', { password: { $ne: '' } }, '422 invalid'],
  ])('are not deleted with %s', async (_, body, answer) => {
    expect((await refused({ method: 'DELETE', url: stage.ours, body })).answer).toBe(answer)
  })
})
