import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ApiClient,
  mailedLinks,
  makeApiClient,
  signInByApi,
  signUpByApi,
} from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import { openWorld } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let visitor: ApiClient
let olga: ApiClient
beforeAll(async () => {
  world = await openWorld()
  visitor = makeApiClient(world.app)
  olga = await signUpByApi(world.app, cast.olga)
})
afterAll(() => world.stop())

type Wish = { name: string; email: string; username: string; invitation?: string; password?: string }
const signUpAs = (wish: Wish, by = visitor) =>
  by.post('/api/auth/sign-up/email', { password: castPassword, ...wish })
const signInAs = (email: string, secret = castPassword) =>
  visitor.post('/api/auth/sign-in/email', { email, password: secret })
/** Opens the link that was mailed last. */
async function follow(email: string) {
  const [link = ''] = await mailedLinks(world.app, email)
  const { pathname, search } = new URL(link)
  return visitor.get(pathname + search)
}
const subjectsTo = async (email: string): Promise<string[]> => {
  const { body } = await visitor.get('/mailbox', { accept: 'application/json' })
  const mails = body.items as { to: string; subject: string }[]
  return mails.filter(({ to }) => to === email).map(({ subject }) => subject)
}

describe('signing up', () => {
  test('gives no access before the address is confirmed, and an account afterwards', async () => {
    const { email, username } = cast.marc
    expect((await signUpAs(cast.marc)).status).toBe(200)
    expect(await signInAs(email)).toMatchObject({ status: 401, body: { code: 'invalid_email_or_password' } })

    const followed = await follow(email)

    expect(followed).toMatchObject({ status: 302, headers: { location: '/sign-in?confirmed=1' } })
    expect(followed.headers['set-cookie']).toBeUndefined()
    const marc = await signInByApi(world.app, email)
    const { person, accounts } = (await marc.get('/me')).body
    expect(person).toMatchObject({ name: cast.marc.name, email, language: 'fr' })
    expect(accounts).toMatchObject([{ username, role: 'owner', currency: 'EUR' }])
  })

  test('treats an address as the same in upper and lower case', async () => {
    await signUpAs({ ...cast.olga, email: 'OLGA@Maison-Ours.example', username: 'other-olga' })
    expect((await subjectsTo(cast.olga.email))[0]).toBe('Tu as déjà un identifiant')
    expect((await signInAs('Olga@MAISON-ours.example')).status).toBe(200)
  })

  test('does not accept a confirmation link that was altered', async () => {
    await signUpAs({ name: 'Ines', email: 'ines@example.com', username: 'ines' })
    const [link = ''] = await mailedLinks(world.app, 'ines@example.com')
    const { pathname, search } = new URL(
      link.replace(/.(?=&callbackURL)/, (last) => (last === 'A' ? 'Q' : 'A')),
    )
    expect((await visitor.get(pathname + search)).headers.location).toMatch(/error=/i)
    expect((await signInAs('ines@example.com')).status).toBe(401)
  })
})

describe('a requested username', () => {
  const wish = (username: string, email: string) => ({ name: 'Nadia', email, username })

  test('is refused if it is taken, reserved or malformed, with the reason at its field', async () => {
    const refused = async (username: string) => (await signUpAs(wish(username, 'n0@example.com'))).body
    expect(await refused(cast.olga.username.toUpperCase())).toMatchObject({
      code: 'username_taken',
      fields: [{ field: 'username', code: 'taken' }],
    })
    expect((await refused('admin')).fields).toMatchObject([{ field: 'username', code: 'reserved' }])
    for (const none of ['no', '-olga', 'with space', 'émile', 'x'.repeat(31)])
      expect((await refused(none)).fields).toMatchObject([{ field: 'username', code: 'username' }])
  })

  test('is reserved for a day for the browser that requested it', async () => {
    const first = await signUpAs(wish('held-name', 'n1@example.com'))
    const hold = [first.headers['set-cookie']]
      .flat()
      .map((one) => String(one).split(';')[0])
      .join('; ')
    expect(hold).toMatch(/^stagedoor\.hold=/)

    const elsewhere = await signUpAs(wish('held-name', 'n2@example.com'))
    const again = await signUpAs(wish('held-name', 'n3@example.com'), makeApiClient(world.app, hold))

    expect(elsewhere.status).toBe(409)
    expect(again.status).toBe(200)
  })
})

describe('an unconfirmed address is lost to the person who confirms it', () => {
  const squatter = {
    name: 'Squatter',
    email: 'theo@maison-ours.example',
    username: 'squat-1',
    password: 'squatters-2026',
  }
  const invite = async (email: string) => {
    const path = `/accounts/${(await olga.get('/me')).body.accounts[0].id}/invitations`
    const { body } = await olga.post(path, { invitations: [{ email, role: 'seller' }] })
    const copied = await olga.post(`${path}/${body.results[0].invitation.id}/link`)
    return { copied: copied.body.url.split('#')[1] as string }
  }
  const tokenTo = async (email: string) => (await mailedLinks(world.app, email))[0]?.split('#')[1] as string

  test('by signing up: the old link and the old password stop working', async () => {
    const { email } = cast.theo
    await signUpAs(squatter)
    const [old = ''] = await mailedLinks(world.app, email)

    await signUpAs(cast.theo)
    const { pathname, search } = new URL(old)
    await visitor.get(pathname + search)

    expect((await signInAs(email)).status).toBe(401)
    await follow(email)
    expect((await signInAs(email, squatter.password)).status).toBe(401)
    expect((await signInAs(email)).status).toBe(200)
  })

  test('by a mailed invitation, which proves the address at once', async () => {
    const { email } = cast.selma
    await signUpAs({ ...squatter, email, username: 'squat-2' })
    await invite(email)

    const made = await signUpAs({ ...cast.selma, invitation: await tokenTo(email) })

    expect(made.status).toBe(200)
    expect(await subjectsTo(email)).toHaveLength(2)
    expect((await signInAs(email, squatter.password)).status).toBe(401)
    expect((await signInAs(email)).status).toBe(200)
  })

  test('but not by a copied link or another person’s invitation: the address is then confirmed by mail as usual', async () => {
    const { email } = cast.bruno
    const { copied } = await invite(email)
    await signUpAs({ ...cast.bruno, invitation: copied })
    expect((await signInAs(email)).status).toBe(401)

    await invite('somebody@example.com')
    await signUpAs({ ...cast.edda, invitation: await tokenTo('somebody@example.com') })
    expect((await signInAs(cast.edda.email)).status).toBe(401)

    await follow(email)
    expect((await signInAs(email)).status).toBe(200)
  })
})

describe('a forgotten password', () => {
  test('is replaced once through the mailed link, and every session ends', async () => {
    const rita = await signUpByApi(world.app, cast.rita)
    const { email } = cast.rita
    await visitor.post('/api/auth/request-password-reset', { email })
    const { headers } = await follow(email)
    const page = new URL(String(headers.location), 'http://localhost')
    expect(page.pathname).toBe('/reset-password')
    const token = page.searchParams.get('token')
    const reset = (newPassword: string) => visitor.post('/api/auth/reset-password', { newPassword, token })

    expect((await reset('short')).body.fields).toMatchObject([{ field: 'newPassword', code: 'too_short' }])
    expect((await reset('a better one 2026')).status).toBe(200)

    expect(await reset('a third one 2026')).toMatchObject({ status: 400, body: { code: 'link_dead' } })
    expect((await rita.get('/me')).status).toBe(401)
    expect((await signInAs(email)).status).toBe(401)
    expect((await signInAs(email, 'a better one 2026')).status).toBe(200)
  })
})

describe('the list of sessions', () => {
  test('shows the person’s own; one or all others can be ended, but nobody else’s', async () => {
    const other = () => signInByApi(world.app, cast.olga.email)
    const [here, phone, tablet] = [await other(), await other(), await other()]
    const idOf = async (client: ApiClient): Promise<string> =>
      (await client.get('/me/sessions')).body.items.find(({ current }: { current: boolean }) => current).id
    const marc = await signInByApi(world.app, cast.marc.email)

    expect((await here.delete(`/me/sessions/${await idOf(marc)}`)).status).toBe(404)
    expect((await here.delete(`/me/sessions/${await idOf(phone)}`)).status).toBe(200)
    expect((await phone.get('/me')).status).toBe(401)
    expect((await tablet.get('/me')).status).toBe(200)

    expect((await here.delete('/me/sessions')).body.ended).toBeGreaterThanOrEqual(1)
    expect((await tablet.get('/me')).status).toBe(401)
    expect((await here.get('/me/sessions')).body.items).toHaveLength(1)
    expect((await marc.get('/me')).status).toBe(200)
  })

  test('loses a session at sign-out, on the server as well as in the browser', async () => {
    const here = await signInByApi(world.app, cast.olga.email)
    expect((await here.post('/api/auth/sign-out')).status).toBe(200)
    expect((await here.get('/me')).status).toBe(401)
  })

  test('causes a mail for a sign-in from a new device, once, but not for the very first', async () => {
    const { email } = cast.marc
    const told = async () =>
      (await subjectsTo(email)).filter((subject) => subject.startsWith('Nouvelle connexion'))
    const from = (agent: string) =>
      visitor.post('/api/auth/sign-in/email', { email, password: castPassword }, { 'user-agent': agent })
    const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
    expect(await told()).toEqual([])
    await from(phone)
    await from(phone)
    expect(await told()).toEqual(['Nouvelle connexion : Firefox · Android'])
  })
})
