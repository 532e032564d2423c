import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../cast/api-client.ts'
import { type CastName, cast } from '../cast/people.ts'
import { findMemberId, type SignedInCast, seedProducts } from '../cast/sign-up-cast.ts'
import { serviceTransaction } from '../src/platform/database/database.ts'
import type { RunningServer } from '../src/server/start.ts'
import { makeInvitationToken } from '../src/team/invitation-tokens.ts'
import { expectRefusal, type InvalidRequest, waitUntilAccessExpired } from './support/expect-refusal.ts'
import { testSecret } from './support/test-environment.ts'
import { openWorldWithCast } from './support/test-world.ts'

let world: RunningServer
let stage: SignedInCast
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  await seedProducts(stage)
  await waitUntilAccessExpired(stage)
})
afterAll(() => world.stop())

const guest = { email: 'guest@example.com', role: 'seller' }
const refused = (bad: InvalidRequest, by: CastName = 'olga') => expectRefusal(world, stage.as[by], bad)

describe('ids', () => {
  const strange = {
    'a NUL': '%00',
    'one with a line break': 'x%0a',
    'a long one': 'x'.repeat(65),
    'one without end': 'x'.repeat(5000),
    'a fox': '%F0%9F%A6%8A',
    'a way up': '..%2F..%2Fme',
    'a right-to-left override': '%E2%80%AE',
    'a bit of SQL': "'or'1'='1",
    'what is no address at all': '%zz',
  }
  test.each(Object.entries(strange))('that are invalid lead to nothing: %s', async (_, id) => {
    const { ours } = stage
    for (const url of [`/accounts/${id}`, `${ours}/products/${id}`, `/me/sessions/${id}`]) {
      const method = url.startsWith('/me') ? 'DELETE' : 'GET'
      expect((await refused({ method, url })).answer).toBe('404 not_found')
    }
    const change = { method: 'PATCH', url: `${ours}/members/${id}`, body: { role: 'admin' } } as const
    expect((await refused(change)).answer).toBe('404 not_found')
  })

  test('of the other shop lead to nothing, too', async () => {
    const { as, ours, fox } = stage
    const rita = await findMemberId(as.rita, fox, cast.rita.name)
    const [fern] = (await as.rita.get(`${fox}/products`)).body.items
    const sent = await as.rita.post(`${fox}/invitations`, { invitations: [guest] })
    const { id: invitation } = sent.body.results[0].invitation
    const role = { role: 'seller' }
    const bad: InvalidRequest[] = [
      { method: 'PATCH', url: `${ours}/members/${rita}`, body: role },
      { method: 'DELETE', url: `${ours}/members/${rita}`, body: {} },
      { method: 'GET', url: `${ours}/products/${fern.id}` },
      { method: 'PATCH', url: `${ours}/products/${fern.id}`, body: { title: 'Ours' } },
      { url: `${ours}/products/${fern.id}/archive` },
      { method: 'GET', url: `${ours}/products/${fern.id}/movements` },
      { url: `${ours}/products/${fern.id}/movements`, body: { quantity: -1, reason: 'damaged' } },
      { method: 'PATCH', url: `${ours}/invitations/${invitation}`, body: role },
      { method: 'DELETE', url: `${ours}/invitations/${invitation}` },
      { url: `${ours}/invitations/${invitation}/resend` },
      { url: `${ours}/invitations/${invitation}/link` },
      { method: 'GET', url: `${fox}/products/${fern.id}` },
    ]
    for (const one of bad) expect((await refused(one)).answer).toBe('404 not_found')
  })

  test('of the Owner lead to no member who can be changed', async () => {
    const url = `${stage.ours}/members/${await findMemberId(stage.as.olga, stage.ours, cast.olga.name)}`
    expect(await refused({ method: 'PATCH', url, body: { role: 'owner' } })).toMatchObject({
      fields: ['role: choice'],
    })
    for (const by of ['olga', 'marc'] as const) {
      expect((await refused({ method: 'PATCH', url, body: { role: 'admin' } }, by)).answer).toBe(
        '403 owner_stays',
      )
      expect((await refused({ method: 'DELETE', url, body: {} }, by)).answer).toBe('403 owner_stays')
    }
  })
})

describe('queries', () => {
  test.each(
    [
      ['products', 'unheard=1', 'unheard: unknown'],
      ['products', 'status=lost', 'status: choice'],
      ['products', 'search=%00', 'search: characters'],
      ['products', 'search=%E2%80%AE', 'search: characters'],
      ['products', 'search=a&search=b', 'search: type'],
      ['products', `search=${'x'.repeat(201)}`, 'search: too_long'],
      ['products', '__proto__=x', '__proto__: unknown'],
      ['products', 'after=%21%21', 'after: format'],
      ['members', 'after=%00', 'after: format'],
      ['members', 'after=a&after=b', 'after: type'],
      ['activity', `after=${'x'.repeat(401)}`, 'after: too_long'],
      ['activity', 'area=till', 'area: choice'],
      ['activity', 'from=yesterday', 'from: format'],
      ['activity', 'from=2026-02-30', 'from: format'],
      ['activity.csv', 'from=2026-02-30', 'from: format'],
      ['invitations', 'status=lost', 'status: choice'],
    ].map((row) => [`${row[0]}?${row[1]?.slice(0, 20)}`, ...row]),
  )('%s', async (_, list, query, field) => {
    const found = await refused({ method: 'GET', url: `${stage.ours}/${list}?${query}` })
    expect(found).toEqual({ answer: '422 invalid', fields: [field] })
  })

  test.each([
    ['activity', 'from', '0000-01-01'],
    ['activity', 'to', '9999-12-31'],
    ['activity', 'person', '%00'],
    ['activity.csv', 'person', '%00'],
    ['activity.csv', 'to', '9999-12-31'],
    ['invitations', 'invitedBy', '%00'],
  ])('with a value that the database cannot store: %s?%s=%s', async (list, field, value) => {
    const { answer, fields } = await refused({
      method: 'GET',
      url: `${stage.ours}/${list}?${field}=${value}`,
    })
    expect(answer).toBe('422 invalid')
    expect(fields).toEqual([expect.stringMatching(`^${field}: `)])
  })

  test.each(['\0', '\uD800', 'prd_x\nprd_y', 'zzz', "'", 'prd_01'])(
    'with the cursor %j return the first page or nothing',
    async (text) => {
      const cursor = Buffer.from(text).toString('base64url')
      for (const list of ['products', 'members', 'activity', 'invitations'])
        expect(await stage.as.olga.get(`${stage.ours}/${list}?after=${cursor}`)).toMatchObject({
          status: 200,
          body: { items: expect.any(Array) },
        })
    },
  )

  test('with a cursor of the other shop return nothing of that shop', async () => {
    const { as, ours, fox } = stage
    const [fern] = (await as.rita.get(`${fox}/products`)).body.items
    const cursor = Buffer.from(fern.id).toString('base64url')
    const { items } = (await as.olga.get(`${ours}/products?after=${cursor}`)).body
    expect(items.map(({ title }: { title: string }) => title)).not.toContain('Trading cards, first series')
  })
})

const cookies = {
  'is no UTF-8': '%FF',
  'is cut off': '%',
  'is a NUL': '%00',
  'is too short': 'a.b',
  'does not end': 'x'.repeat(3000),
  'was signed by somebody else': `${'x'.repeat(32)}.${'A'.repeat(43)}=`,
}
test.each(Object.entries(cookies))('a cookie that %s is nobody’s', async (_, value) => {
  const somebody = makeApiClient(world.app, `stagedoor.session_token=${value}`)
  const { answer } = await expectRefusal(world, somebody, { method: 'GET', url: '/me' })
  expect(answer).toBe('401 sign_in_required')
})

describe('tokens of invitations', () => {
  const links = ['preview', 'accept', 'decline'] as const
  /** Invites Bruno, who may come back. @returns the invitation's id and a link's token */
  async function invited() {
    const { as, ours } = stage
    const wanted = [{ email: cast.bruno.email, role: 'support' }]
    const { id } = (await as.marc.post(`${ours}/invitations`, { invitations: wanted })).body.results[0]
      .invitation
    const { url } = (await as.marc.post(`${ours}/invitations/${id}/link`)).body
    return { id: id as string, token: url.split('#')[1] as string }
  }
  const settle = (id: string, set: ReturnType<typeof sql>) =>
    serviceTransaction(world.database, (tx) =>
      tx.execute(sql`update invitations set ${set} where id = ${id}`),
    )
  const tryAll = async (by: ApiClient, token: unknown) => {
    const answers: string[] = []
    for (const link of links)
      answers.push((await expectRefusal(world, by, { url: `/invitations/${link}`, body: { token } })).answer)
    return answers
  }
  const all = (answer: string) => links.map(() => answer)

  test.each([
    ['cut off', (token: string) => token.slice(0, -1)],
    ['with another end', (token: string) => token.slice(0, -1) + (token.endsWith('A') ? 'E' : 'A')],
    ['with another letter', (token: string) => token.replace('l.', 'm.')],
    ['of the next generation', (token: string) => token.replace('.1.', '.2.')],
    ['for another account', (token: string) => token.replace(stage.own.olga, stage.own.rita)],
    ['with a NUL', (token: string) => `${token}\0`],
    ['of nothing', () => ''],
  ])('that are %s are unknown', async (_, bend) => {
    const { id, token } = await invited()
    expect((await makeApiClient(world.app).post('/invitations/preview', { token })).status).toBe(200)
    expect(await tryAll(stage.as.bruno, bend(token))).toEqual(all('404 invitation_unknown'))
    await stage.as.marc.delete(`${stage.ours}/invitations/${id}`)
  })

  test('made with this secret for an invitation that does not exist are unknown, too', async () => {
    const claim = { account: stage.own.olga, invitation: `inv_${'0'.repeat(26)}`, generation: 1 }
    const token = makeInvitationToken(testSecret, { ...claim, purpose: 'mail' })
    expect(await tryAll(stage.as.bruno, token)).toEqual(all('404 invitation_unknown'))
  })

  test.each([5, null, ['x'], { $ne: '' }, undefined])('that are malformed are refused: %j', async (token) => {
    expect(await tryAll(stage.as.bruno, token)).toEqual(all('422 invalid'))
  })

  test('that are too long are refused', async () => {
    expect(await tryAll(stage.as.bruno, 'm.'.repeat(201))).toEqual(all('422 invalid'))
  })

  test('that were cancelled, declined or accepted, or have expired, say so', async () => {
    const { as, ours } = stage
    const expired = await invited()
    await settle(expired.id, sql`expires_at = now() - interval '1 minute'`)
    expect(await tryAll(as.bruno, expired.token)).toEqual(all('410 invitation_expired'))
    const cancelled = await invited()
    await as.marc.delete(`${ours}/invitations/${cancelled.id}`)
    expect(await tryAll(as.bruno, cancelled.token)).toEqual(all('410 invitation_cancelled'))
    const declined = await invited()
    await as.bruno.post('/invitations/decline', { token: declined.token })
    expect(await tryAll(as.bruno, declined.token)).toEqual(all('410 invitation_declined'))
    const resent = await invited()
    await as.marc.post(`${ours}/invitations/${resent.id}/resend`)
    expect(await tryAll(as.bruno, resent.token)).toEqual(all('404 invitation_unknown'))
  })

  test('for another person do not admit this one, and stay valid for the other', async () => {
    const { token } = await invited()
    for (const link of ['accept', 'decline']) {
      const bad = { url: `/invitations/${link}`, body: { token } }
      expect((await refused(bad, 'rita')).answer).toBe('403 invitation_for_another')
      expect((await expectRefusal(world, makeApiClient(world.app), bad)).answer).toBe('401 sign_in_required')
    }
    expect((await stage.as.bruno.post('/invitations/accept', { token })).status).toBe(200)
    expect((await refused({ url: '/invitations/preview', body: { token } }, 'rita')).answer).toBe(
      '410 invitation_accepted',
    )
  })
})
