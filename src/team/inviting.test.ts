import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linksTo } from '../../cast/client.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { cast } from '../../cast/people.ts'
import { openWorld } from '../../test/world.ts'
import type { Running } from '../start.ts'

let world: Running
let stage: Stage
let invitations: string
beforeAll(async () => {
  world = await openWorld({ INVITATIONS_PER_DAY: '20' })
  stage = await loadCast(world.app)
  invitations = `${stage.ours}/invitations`
})
afterAll(() => world.stop())

const invite = (...addresses: string[]) =>
  stage.as.olga.post(invitations, { invitations: addresses.map((email) => ({ email, role: 'support' })) })
const statuses = ({ body }: { body: { results: { status: string }[] } }) =>
  body.results.map(({ status }) => status)
const expire = (id: string) =>
  world.database.db.execute(
    sql`update invitations set expires_at = now() - interval '1 minute' where id = ${id}`,
  )

test('each address has a result of its own, and a wrong one fails alone', async () => {
  await invite('nadia@example.com')
  const answer = await invite(
    'NADIA@example.com',
    cast.marc.email,
    'nobody at home',
    'jules@example.com',
    'jules@example.com',
  )
  expect(statuses(answer)).toEqual([
    'already_invited',
    'already_member',
    'invalid_email',
    'sent',
    'already_invited',
  ])
})

test('someone whose access has ended can be invited again', async () => {
  await expect.poll(async () => (await stage.as.edda.get(stage.ours)).status).toBe(404)
  expect(statuses(await invite(cast.edda.email))).toEqual(['sent'])
  const [link] = await linksTo(world.app, cast.edda.email)
  await stage.as.edda.post('/invitations/accept', { token: link?.split('#')[1] })
  expect((await stage.as.edda.get(stage.ours)).body.role).toBe('support')
})

test('an expired invitation shows as expired, is renewed with one request, and makes room for another', async () => {
  const { body } = await invite('lena@example.com')
  const { id } = body.results[0].invitation
  const [old] = await linksTo(world.app, 'lena@example.com')
  await expire(id)
  const listed = (await stage.as.marc.get(invitations)).body.items.find(
    (one: { id: string }) => one.id === id,
  )
  expect(listed.status).toBe('expired')
  expect((await stage.as.marc.post(`${invitations}/${id}/link`)).body.code).toBe('invitation_expired')
  expect((await stage.as.marc.post('/invitations/preview', { token: old?.split('#')[1] })).body.code).toBe(
    'invitation_expired',
  )
  expect((await stage.as.marc.post(`${invitations}/${id}/resend`)).body.status).toBe('pending')
  await expire(id)
  expect(statuses(await invite('lena@example.com'))).toEqual(['sent'])
  expect((await stage.as.marc.post(`${invitations}/${id}/resend`)).body.code).toBe('invitation_settled')
})

test('a resend kills the old links, and five an hour are enough', async () => {
  const { body } = await invite('mona@example.com')
  const { id } = body.results[0].invitation
  const [first] = await linksTo(world.app, 'mona@example.com')
  const copied = (await stage.as.olga.post(`${invitations}/${id}/link`)).body.url
  for (let time = 1; time <= 5; time++) {
    expect((await stage.as.olga.post(`${invitations}/${id}/resend`)).status).toBe(200)
  }
  const sixth = await stage.as.olga.post(`${invitations}/${id}/resend`)
  expect([sixth.status, sixth.body.code]).toEqual([429, 'resent_too_often'])
  expect(Date.parse(sixth.body.retryAt)).toBeGreaterThan(Date.now())
  for (const link of [first, copied]) {
    const { body: problem } = await stage.as.rita.post('/invitations/preview', { token: link.split('#')[1] })
    expect(problem.code).toBe('invitation_unknown')
  }
})

test('the role and the end of an invitation are what its link gives, as they are when it is accepted', async () => {
  const endsAt = new Date(Date.now() + 3_600_000).toISOString()
  const { body } = await stage.as.marc.post(invitations, {
    invitations: [{ email: cast.bruno.email, role: 'support', endsAt }],
  })
  const { id } = body.results[0].invitation
  const [link] = await linksTo(world.app, cast.bruno.email)
  await stage.as.marc.patch(`${invitations}/${id}`, { role: 'seller' })
  expect(
    (await stage.as.bruno.post('/invitations/accept', { token: link?.split('#')[1] })).body.account.role,
  ).toBe('seller')
  const { accounts } = (await stage.as.bruno.get('/me')).body
  expect(accounts.find((one: { id: string }) => one.id === stage.own.olga).endsAt).toBe(endsAt)
})

test('what is over the day’s limit is refused alone, with when it can be tried again', async () => {
  const many = Array.from({ length: 20 }, (_, number) => `helper${number}@example.com`)
  const { body } = await invite(...many)
  const limited = body.results.filter(({ status }: { status: string }) => status === 'limit_reached')
  expect(limited.length).toBeGreaterThan(0)
  expect(body.results[0].status).toBe('sent')
  expect(Date.parse(limited[0].retryAt)).toBeGreaterThan(Date.now() + 86_000_000)
})
