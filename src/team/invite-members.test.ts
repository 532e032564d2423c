import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailedLinks } from '../../cast/api-client.ts'
import { cast } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let invitations: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({ INVITATIONS_PER_DAY: '20' }))
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

test('each address has its own result, and a bad one fails alone', async () => {
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
  const [link] = await mailedLinks(world.app, cast.edda.email)
  await stage.as.edda.post('/invitations/accept', { token: link?.split('#')[1] })
  expect((await stage.as.edda.get(stage.ours)).body.role).toBe('support')
})

test('an expired invitation is shown as expired, can be renewed with one request, and does not prevent another', async () => {
  const { body } = await invite('lena@example.com')
  const { id } = body.results[0].invitation
  const [old] = await mailedLinks(world.app, 'lena@example.com')
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

test('an invitation to an access that has ended since makes room for another', async () => {
  const { body } = await invite('olive@example.com')
  await world.database.db.execute(
    sql`update invitations set ends_at = now() - interval '1 minute' where id = ${body.results[0].invitation.id}`,
  )
  expect(statuses(await invite('olive@example.com'))).toEqual(['sent'])
})

test('a resend disables the old links, and only five are possible in an hour', async () => {
  const { body } = await invite('mona@example.com')
  const { id } = body.results[0].invitation
  const [first] = await mailedLinks(world.app, 'mona@example.com')
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

test('a link gives the role and the end date that the invitation has when it is accepted', async () => {
  const endsAt = new Date(Date.now() + 3_600_000).toISOString()
  const { body } = await stage.as.marc.post(invitations, {
    invitations: [{ email: cast.bruno.email, role: 'support', endsAt }],
  })
  const { id } = body.results[0].invitation
  const [link] = await mailedLinks(world.app, cast.bruno.email)
  await stage.as.marc.patch(`${invitations}/${id}`, { role: 'seller' })
  expect(
    (await stage.as.bruno.post('/invitations/accept', { token: link?.split('#')[1] })).body.account.role,
  ).toBe('seller')
  const { accounts } = (await stage.as.bruno.get('/me')).body
  expect(accounts.find((one: { id: string }) => one.id === stage.own.olga).endsAt).toBe(endsAt)
})

test('only the addresses above the daily limit are refused, with the time when they can be invited', async () => {
  const many = Array.from({ length: 20 }, (_, number) => `helper${number}@example.com`)
  const { body } = await invite(...many)
  const limited = body.results.filter(({ status }: { status: string }) => status === 'limit_reached')
  expect(limited.length).toBeGreaterThan(0)
  expect(body.results[0].status).toBe('sent')
  // A day after the first invitation, which was sent when the cast signed up: minutes ago, or an hour on a slow machine.
  const hoursUntil = (Date.parse(limited[0].retryAt) - Date.now()) / 3_600_000
  expect(hoursUntil).toBeGreaterThan(20)
  expect(hoursUntil).toBeLessThanOrEqual(24)
})
