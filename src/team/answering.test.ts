import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, linksTo, signUp } from '../../cast/client.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { cast, password } from '../../cast/people.ts'
import { openWorld } from '../../test/world.ts'
import type { Running } from '../start.ts'

let world: Running
let stage: Stage
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
})
afterAll(() => world.stop())

/** Invites to Fox & Fern and gives the mailed link's token. */
async function invited(email: string, role = 'seller'): Promise<{ token: string; id: string }> {
  const { body } = await stage.as.rita.post(`${stage.fox}/invitations`, { invitations: [{ email, role }] })
  const [link = ''] = await linksTo(world.app, email)
  return { token: link.split('#')[1] as string, id: body.results[0].invitation.id }
}

test('a link shows what it is for to anybody, and opening it consumes nothing', async () => {
  const { token } = await invited(cast.selma.email)
  for (const who of [clientOf(world.app), stage.as.selma, stage.as.theo]) {
    const { status, body } = await who.post('/invitations/preview', { token })
    expect([status, body.account.name, body.invitedBy.name, body.role]).toEqual([
      200,
      'Fox & Fern',
      'Rita Fox',
      'seller',
    ])
  }
  expect((await stage.as.selma.post('/invitations/preview', { token })).body.you.matches).toBe(true)
  expect((await stage.as.theo.post('/invitations/preview', { token })).body.you.matches).toBe(false)
  expect((await stage.as.selma.get(stage.fox)).status).toBe(404)
})

test('it is for the invited address alone, and stays pending for it', async () => {
  const { token } = await invited(cast.marc.email)
  const refused = await stage.as.theo.post('/invitations/accept', { token })
  expect([refused.status, refused.body.code, refused.body.email]).toEqual([
    403,
    'invitation_for_another',
    cast.marc.email,
  ])
  expect((await stage.as.marc.post('/invitations/accept', { token })).status).toBe(200)
})

test('accepting twice joins once, and a link that was used is dead for everybody else', async () => {
  const { token } = await invited(cast.theo.email)
  for (let time = 0; time < 2; time++)
    expect((await stage.as.theo.post('/invitations/accept', { token })).status).toBe(200)
  expect((await clientOf(world.app).post('/invitations/preview', { token })).body.code).toBe(
    'invitation_accepted',
  )
})

test('a removed member cannot come back by the link that they joined with', async () => {
  const { token } = await invited(cast.bruno.email)
  await stage.as.bruno.post('/invitations/accept', { token })
  const { items } = (await stage.as.rita.get(`${stage.fox}/members`)).body
  const { id } = items.find(({ name }: { name: string }) => name === cast.bruno.name)
  await stage.as.rita.delete(`${stage.fox}/members/${id}`)
  expect((await stage.as.bruno.post('/invitations/accept', { token })).body.code).toBe('invitation_accepted')
  expect((await stage.as.bruno.get(stage.fox)).status).toBe(404)
})

test('declining tells the inviter and ends the link', async () => {
  const { token } = await invited(cast.edda.email)
  expect((await stage.as.edda.post('/invitations/decline', { token })).status).toBe(200)
  expect((await stage.as.edda.post('/invitations/accept', { token })).body.code).toBe('invitation_declined')
  const { items } = (await stage.as.rita.get('/mailbox', { accept: 'application/json' })).body
  expect(items.find(({ to }: { to: string }) => to === cast.rita.email).subject).toBe(
    `${cast.edda.email} declined your invitation`,
  )
})

test('nobody new needs a second mail after the mailed link, but after a copied one they do', async () => {
  const nora = { name: 'Nora', email: 'nora@example.com', username: 'nora-new', language: 'en' as const }
  const pia = { name: 'Pia', email: 'pia@example.com', username: 'pia-new', language: 'en' as const }
  const mailed = await invited(nora.email)
  await clientOf(world.app).post('/api/auth/sign-up/email', { ...nora, password, invitation: mailed.token })
  const signedIn = await clientOf(world.app).post('/api/auth/sign-in/email', { email: nora.email, password })
  expect(signedIn.status).toBe(200)

  const { id } = await invited(pia.email)
  const { url } = (await stage.as.rita.post(`${stage.fox}/invitations/${id}/link`)).body
  await clientOf(world.app).post('/api/auth/sign-up/email', {
    ...pia,
    password,
    invitation: url.split('#')[1],
  })
  const refused = await clientOf(world.app).post('/api/auth/sign-in/email', { email: pia.email, password })
  expect([refused.status, refused.body.code]).toEqual([401, 'invalid_email_or_password'])
})

test('whoever proves an address by the mailed link takes it from somebody who never did', async () => {
  const hugo = { name: 'Hugo', email: 'hugo@example.com', username: 'hugo-one', language: 'en' as const }
  await clientOf(world.app).post('/api/auth/sign-up/email', {
    ...hugo,
    name: 'Not Hugo',
    password: 'a squatter’s password',
  })
  const { token } = await invited(hugo.email)
  await clientOf(world.app).post('/api/auth/sign-up/email', {
    ...hugo,
    username: 'hugo-two',
    password,
    invitation: token,
  })
  const squatter = await clientOf(world.app).post('/api/auth/sign-in/email', {
    email: hugo.email,
    password: 'a squatter’s password',
  })
  expect(squatter.status).toBe(401)
  expect(
    (await clientOf(world.app).post('/api/auth/sign-in/email', { email: hugo.email, password })).status,
  ).toBe(200)
})

test('while an account is closing its links are dead, and live again once that is undone', async () => {
  const zoe = await signUp(world.app, {
    name: 'Zoe',
    email: 'zoe@example.com',
    username: 'zoe-shop',
    language: 'en',
  })
  const { token } = await invited('zoe@example.com')
  await stage.as.rita.delete(stage.fox, { password })
  expect((await zoe.post('/invitations/accept', { token })).body.code).toBe('invitation_unknown')
  await stage.as.rita.post(`${stage.fox}/restore`)
  expect((await zoe.post('/invitations/accept', { token })).status).toBe(200)
})
