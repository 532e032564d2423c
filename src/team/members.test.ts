import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../cast/people.ts'
import { findMemberId, joinAccount, type SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let members: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  members = `${stage.ours}/members`
})
afterAll(() => world.stop())

const idOf = (name: keyof typeof cast) => findMemberId(stage.as.olga, stage.ours, cast[name].name)
const mailsTo = async (email: string) =>
  (await stage.as.olga.get('/mailbox', { accept: 'application/json' })).body.items
    .filter(({ to }: { to: string }) => to === email)
    .map(({ subject }: { subject: string }) => subject)

test('every member sees the team, but only members who manage it see e-mail addresses', async () => {
  const bySupport = (await stage.as.theo.get(members)).body.items
  expect(
    bySupport.map(({ name, username, role }: Record<string, string>) => [name, username, role]).slice(0, 2),
  ).toEqual([
    ['Olga Ours', 'maison-ours', 'owner'],
    ['Marc Aubert', 'marc-aubert', 'admin'],
  ])
  expect(bySupport.every((member: object) => !('email' in member))).toBe(true)
  const byAdmin = (await stage.as.marc.get(members)).body.items
  expect(byAdmin[0].email).toBe(cast.olga.email)
})

test('nobody can change or remove the Owner, or become one', async () => {
  const olga = await idOf('olga')
  for (const who of [stage.as.marc, stage.as.olga]) {
    expect((await who.patch(`${members}/${olga}`, { role: 'support' })).body.code).toBe('owner_stays')
    expect((await who.delete(`${members}/${olga}`)).body.code).toBe('owner_stays')
  }
  expect((await stage.as.olga.post(`${stage.ours}/leave`)).body.code).toBe('owner_stays')
  expect((await stage.as.olga.patch(`${members}/${await idOf('theo')}`, { role: 'owner' })).status).toBe(422)
})

test('a changed role applies to the very next request, and the member is told', async () => {
  const selma = await idOf('selma')
  expect((await stage.as.selma.get(`${stage.ours}/invitations`)).status).toBe(403)
  await stage.as.marc.patch(`${members}/${selma}`, { role: 'admin' })
  expect((await stage.as.selma.get(`${stage.ours}/invitations`)).status).toBe(200)
  expect(await mailsTo(cast.selma.email)).toContain('Your role on Maison Ours is now Admin')
  await stage.as.marc.patch(`${members}/${selma}`, { role: 'seller' })
  expect((await stage.as.selma.get(`${stage.ours}/invitations`)).status).toBe(403)
})

test('access ends at its end date, which is recorded and mailed, and can be extended', async () => {
  const theo = await idOf('theo')
  await stage.as.olga.patch(`${members}/${theo}`, { endsAt: new Date(Date.now() + 1200).toISOString() })
  expect((await stage.as.theo.get(stage.ours)).status).toBe(200)
  await expect.poll(async () => (await stage.as.theo.get(stage.ours)).status).toBe(404)
  await expect
    .poll(() => mailsTo(cast.theo.email), { timeout: 20_000 })
    .toContain('Ton accès à Maison Ours a pris fin')
  const { items } = (await stage.as.olga.get(`${stage.ours}/activity?area=team`)).body
  const ended = items.find(
    ({ act, subject }: { act: string; subject: { id: string } }) =>
      act === 'team.access_ended' && subject.id === theo,
  )
  expect(ended.person).toEqual({ id: null, name: 'Stagedoor' })
  await stage.as.olga.patch(`${members}/${theo}`, { endsAt: null })
  expect((await stage.as.theo.get(stage.ours)).body.role).toBe('support')
})

test('a removal returns a receipt, and cancels only the chosen invitations', async () => {
  await joinAccount(world.app, stage.as, stage.ours, 'bruno', 'admin')
  const { results } = (
    await stage.as.bruno.post(`${stage.ours}/invitations`, {
      invitations: [
        { email: 'one@example.com', role: 'support' },
        { email: 'two@example.com', role: 'support' },
      ],
    })
  ).body
  const bruno = await idOf('bruno')
  const { person } = (await stage.as.olga.get(members)).body.items.find(
    ({ id }: { id: string }) => id === bruno,
  )
  const open = (await stage.as.olga.get(`${stage.ours}/invitations?invitedBy=${person}`)).body.items
  expect(open.map(({ email }: { email: string }) => email).sort()).toEqual([
    'one@example.com',
    'two@example.com',
  ])
  const { body } = await stage.as.olga.delete(`${members}/${bruno}`, {
    cancelInvitations: [results[0].invitation.id],
  })
  expect([body.name, body.cancelled]).toEqual([cast.bruno.name, 1])
  const left = (await stage.as.olga.get(`${stage.ours}/invitations?invitedBy=${person}`)).body.items
  expect(left.map(({ email, status }: { email: string; status: string }) => [email, status])).toEqual([
    ['two@example.com', 'pending'],
  ])
  expect((await stage.as.bruno.get(stage.ours)).status).toBe(404)
})

test('every member except the Owner can leave', async () => {
  await joinAccount(world.app, stage.as, stage.ours, 'bruno', 'support')
  expect((await stage.as.bruno.post(`${stage.ours}/leave`)).status).toBe(200)
  expect((await stage.as.bruno.get(stage.ours)).status).toBe(404)
})

test('a member can ask the members who manage the team for a permission that a role could give', async () => {
  const asked = await stage.as.selma.post(`${stage.ours}/access-requests`, { permission: 'reports.view' })
  expect(asked.body.names.sort()).toEqual(['Marc Aubert', 'Olga Ours'])
  expect(await mailsTo(cast.olga.email)).toContain('Selma Diop demande plus d’accès à Maison Ours')
  for (const permission of ['payouts.manage', 'inventory.manage']) {
    expect((await stage.as.selma.post(`${stage.ours}/access-requests`, { permission })).status).toBe(422)
  }
})
