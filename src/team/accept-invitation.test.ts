import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailedLinks, makeApiClient, signUpByApi } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
})
afterAll(() => world.stop())

/** Invites somebody to Fox & Fern and returns the token of the mailed link. */
async function invited(email: string, role = 'seller'): Promise<{ token: string; id: string }> {
  const { body } = await stage.as.rita.post(`${stage.fox}/invitations`, { invitations: [{ email, role }] })
  const [link = ''] = await mailedLinks(world.app, email)
  return { token: link.split('#')[1] as string, id: body.results[0].invitation.id }
}

test('an invitation link shows the invitation to anybody, and opening it does not use it up', async () => {
  const { token } = await invited(cast.selma.email)
  for (const who of [makeApiClient(world.app), stage.as.selma, stage.as.theo]) {
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

test('an invitation can be accepted only by the invited address, and stays pending for it', async () => {
  const { token } = await invited(cast.marc.email)
  const refused = await stage.as.theo.post('/invitations/accept', { token })
  expect([refused.status, refused.body.code, refused.body.email]).toEqual([
    403,
    'invitation_for_another',
    cast.marc.email,
  ])
  expect((await stage.as.marc.post('/invitations/accept', { token })).status).toBe(200)
})

test('accepting twice joins once, and a used link no longer works for anybody else', async () => {
  const { token } = await invited(cast.theo.email)
  for (let time = 0; time < 2; time++)
    expect((await stage.as.theo.post('/invitations/accept', { token })).status).toBe(200)
  expect((await makeApiClient(world.app).post('/invitations/preview', { token })).body.code).toBe(
    'invitation_accepted',
  )
})

test('a removed member cannot come back with the link that they joined with', async () => {
  const { token } = await invited(cast.bruno.email)
  await stage.as.bruno.post('/invitations/accept', { token })
  const { items } = (await stage.as.rita.get(`${stage.fox}/members`)).body
  const { id } = items.find(({ name }: { name: string }) => name === cast.bruno.name)
  await stage.as.rita.delete(`${stage.fox}/members/${id}`)
  expect((await stage.as.bruno.post('/invitations/accept', { token })).body.code).toBe('invitation_accepted')
  expect((await stage.as.bruno.get(stage.fox)).status).toBe(404)
})

test('declining tells the inviter, and the link stops working', async () => {
  const { token } = await invited(cast.edda.email)
  expect((await stage.as.edda.post('/invitations/decline', { token })).status).toBe(200)
  expect((await stage.as.edda.post('/invitations/accept', { token })).body.code).toBe('invitation_declined')
  const { items } = (await stage.as.rita.get('/mailbox', { accept: 'application/json' })).body
  expect(items.find(({ to }: { to: string }) => to === cast.rita.email).subject).toBe(
    `${cast.edda.email} declined your invitation`,
  )
})

test('a new person needs no confirmation mail after a mailed link, but needs one after a copied link', async () => {
  const nora = { name: 'Nora', email: 'nora@example.com', username: 'nora-new', language: 'en' as const }
  const pia = { name: 'Pia', email: 'pia@example.com', username: 'pia-new', language: 'en' as const }
  const mailed = await invited(nora.email)
  await makeApiClient(world.app).post('/api/auth/sign-up/email', {
    ...nora,
    password: castPassword,
    invitation: mailed.token,
  })
  const signedIn = await makeApiClient(world.app).post('/api/auth/sign-in/email', {
    email: nora.email,
    password: castPassword,
  })
  expect(signedIn.status).toBe(200)

  const { id } = await invited(pia.email)
  const { url } = (await stage.as.rita.post(`${stage.fox}/invitations/${id}/link`)).body
  await makeApiClient(world.app).post('/api/auth/sign-up/email', {
    ...pia,
    password: castPassword,
    invitation: url.split('#')[1],
  })
  const refused = await makeApiClient(world.app).post('/api/auth/sign-in/email', {
    email: pia.email,
    password: castPassword,
  })
  expect([refused.status, refused.body.code]).toEqual([401, 'invalid_email_or_password'])
})

test('a person who proves an address by the mailed link takes it over from somebody who never confirmed it', async () => {
  const hugo = { name: 'Hugo', email: 'hugo@example.com', username: 'hugo-one', language: 'en' as const }
  await makeApiClient(world.app).post('/api/auth/sign-up/email', {
    ...hugo,
    name: 'Not Hugo',
    password: 'a squatter’s password',
  })
  const { token } = await invited(hugo.email)
  await makeApiClient(world.app).post('/api/auth/sign-up/email', {
    ...hugo,
    username: 'hugo-two',
    password: castPassword,
    invitation: token,
  })
  const squatter = await makeApiClient(world.app).post('/api/auth/sign-in/email', {
    email: hugo.email,
    password: 'a squatter’s password',
  })
  expect(squatter.status).toBe(401)
  expect(
    (
      await makeApiClient(world.app).post('/api/auth/sign-in/email', {
        email: hugo.email,
        password: castPassword,
      })
    ).status,
  ).toBe(200)
})

test('invitation links do not work while the account is closing, and work again once that is undone', async () => {
  const zoe = await signUpByApi(world.app, {
    name: 'Zoe',
    email: 'zoe@example.com',
    username: 'zoe-shop',
    language: 'en',
  })
  const { token } = await invited('zoe@example.com')
  await stage.as.rita.delete(stage.fox, { password: castPassword })
  expect((await zoe.post('/invitations/accept', { token })).body.code).toBe('invitation_unknown')
  await stage.as.rita.post(`${stage.fox}/restore`)
  expect((await zoe.post('/invitations/accept', { token })).status).toBe(200)
})
