import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../cast/api-client.ts'
import { cast } from '../cast/people.ts'
import { queryRows } from '../src/platform/database/database.ts'
import { inScope } from '../src/platform/database/scope.ts'
import { makeSendMail } from '../src/platform/mail/queue-mail.ts'
import type { RunningServer } from '../src/server/start.ts'
import { linkInMail, type MailServer, openMailServer, signUpByMail } from './support/mail-server.ts'
import { testSecret } from './support/test-environment.ts'
import { openWorld } from './support/test-world.ts'

let mail: MailServer
let world: RunningServer
let olga: ApiClient
let account: string
let ours: string
beforeAll(async () => {
  mail = await openMailServer()
  world = await openWorld({ SMTP_URL: mail.url, MAIL_FROM: 'Stagedoor <no-reply@stagedoor.example>' })
  olga = await signUpByMail(world, mail, cast.olga)
  account = (await olga.get('/me')).body.accounts[0].id
  ours = `/accounts/${account}`
  await olga.patch(ours, { name: 'Maison Ours' })
})
afterAll(async () => {
  await world.stop()
  await mail.close()
})

const invite = async (email: string, locale = 'en', role = 'seller') =>
  (await olga.post(`${ours}/invitations`, { invitations: [{ email, role, locale }] })).body.results[0]
    .invitation
const deliveryOf = async (email: string) => {
  const { items } = (await olga.get(`${ours}/invitations`)).body
  return items.find((one: { email: string }) => one.email === email).delivery
}
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 40_000, interval: 25 })
/** All addresses in a mail, in its text and its HTML. */
const addressesIn = ({ text = '', html = '' }) =>
  [...`${text} ${html}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([address]) => new URL(address))

describe('an invitation’s mail', () => {
  test('is in the invited person’s language, as text and as HTML, and says what it is about', async () => {
    const { id } = await invite('jules@example.com', 'fr')
    const french = await mail.mailTo('jules@example.com')
    await invite('nadia@example.com', 'en')
    const english = await mail.mailTo('nadia@example.com')

    expect(french.subject).toBe('Olga Ours t’invite à rejoindre Maison Ours')
    expect(french.html).toMatch(/<html lang="fr">.*Vendeur/s)
    expect(english.subject).toBe('Olga Ours invites you to Maison Ours')
    expect(english.html).toMatch(/<html lang="en">.*Seller/s)
    for (const { text, html, from } of [french, english]) {
      for (const said of ['Olga Ours', 'Maison Ours']) expect(text).toContain(said)
      expect(html).toContain('Olga Ours')
      expect(from?.address).toBe('no-reply@stagedoor.example')
    }
    const [{ id: row }] = (await queryRows<{ id: string }>(
      world.database.db,
      sql`select id from mails where subject_id = ${id}`,
    )) as [{ id: string }]
    expect(french.messageId).toBe(`<${row}@localhost>`)
  })

  test('has its token only behind the #, and not in the path or query of any address', async () => {
    const received = await mail.mailTo('nadia@example.com')
    const token = linkInMail(received).hash.slice(1)
    const addresses = addressesIn(received)

    expect(addresses.length).toBeGreaterThanOrEqual(3)
    for (const { pathname, search, hash } of addresses)
      expect({ pathname, search, hash }).toEqual({ pathname: '/invite', search: '', hash: `#${token}` })
    const shown = await makeApiClient(world.app).post('/invitations/preview', { token })
    expect(shown.body).toMatchObject({ email: 'nadia@example.com', purpose: 'mail' })
  })
})

describe('its delivery, as the team sees it', () => {
  test('is queued, and sent once the mail server has it', async () => {
    const { delivery } = await invite('ines@example.com')
    expect(delivery.state).toBe('queued')
    await mail.mailTo('ines@example.com')
    await soon(() => deliveryOf('ines@example.com')).toMatchObject({ state: 'sent', reason: null })
  })

  test('has failed with the reason if the mail server does not know the address', async () => {
    mail.answers.set('gone@example.com', { code: 550, text: 'No such mailbox here' })
    await invite('gone@example.com')
    await soon(async () => (await deliveryOf('gone@example.com')).state).toBe('failed')
    expect((await deliveryOf('gone@example.com')).reason).toContain('No such mailbox here')
    expect(mail.sentTo('gone@example.com')).toEqual([])
  })

  test('waits with the reason while the mail server asks to try later', async () => {
    mail.answers.set('busy@example.com', { code: 451, text: 'Try again later' })
    await invite('busy@example.com')
    await soon(async () => (await deliveryOf('busy@example.com')).reason).toContain('Try again later')
    expect((await deliveryOf('busy@example.com')).state).toBe('queued')
    mail.answers.delete('busy@example.com')
    await soon(() => deliveryOf('busy@example.com')).toMatchObject({ state: 'sent', reason: null })
    expect(mail.sentTo('busy@example.com')).toHaveLength(1)
  })
})

test('every mail arrives once, even if the mail server is unavailable for a while', async () => {
  const guests = Array.from({ length: 10 }, (_, nth) => `guest${nth}@example.com`)
  await mail.goAway()
  const invitations = guests.map((email) => ({ email, role: 'support' }))
  const { body } = await olga.post(`${ours}/invitations`, { invitations })
  expect(body.results.map(({ status }: { status: string }) => status)).toEqual(Array(10).fill('sent'))
  await soon(async () => (await deliveryOf('guest0@example.com')).reason).toMatch(/ECONNREFUSED/)
  await mail.comeBack()

  const states = () => Promise.all(guests.map(async (email) => (await deliveryOf(email)).state))
  await soon(states).toEqual(Array(10).fill('sent'))

  const arrived = guests.flatMap((email) => mail.sentTo(email))
  expect(arrived.map(({ envelope }) => envelope[0]).sort()).toEqual(guests)
  expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(10)
})

test('a transaction that fails sends no mail', async () => {
  const post = makeSendMail(testSecret)
  const person = (await olga.get('/me')).body.person.id
  const letter = (to: string) =>
    ({ to, kind: 'access_removed', language: 'en', url: '/', account, about: { name: 'x' } }) as const
  const failing = inScope(world.database, { as: 'account', account, person }, async (tx) => {
    await post(tx, letter('never@example.com'))
    throw new Error('the rest failed')
  })
  await expect(failing).rejects.toThrow('the rest failed')

  await inScope(world.database, { as: 'account', account, person }, (tx) =>
    post(tx, letter('after@example.com')),
  )

  await mail.mailTo('after@example.com')
  expect(mail.sentTo('never@example.com')).toEqual([])
  const made = sql`select address from mails where address = 'never@example.com'`
  expect(await queryRows(world.database.db, made)).toEqual([])
})

describe('a name that could become a mail header', () => {
  test('is refused if it has a line break, as is such an address', async () => {
    const evil = 'Eve\r\nBcc: victim@example.com'
    expect((await olga.patch(ours, { name: evil })).status).toBe(422)
    expect((await olga.patch('/me', { name: evil })).status).toBe(422)
    const rowsOf = { invitations: [{ email: 'eve@example.com\r\nBcc: victim@example.com', role: 'seller' }] }
    const { body } = await olga.post(`${ours}/invitations`, rowsOf)
    expect(body.results[0].status).toBe('invalid_email')
  })

  test('is otherwise written unchanged, and adds no recipient', async () => {
    const usual = await mail.mailTo('nadia@example.com')
    const names = [
      '"Ours" <evil@example.com>, Bcc: x',
      '{{email}} $t(mails:footer)',
      'Øurs, 小さな熊 🐻'.repeat(5),
    ]
    for (const [nth, name] of names.entries()) {
      const received = await invitedAs(name, `named${nth}@example.com`)
      expect(received.subject).toBe(`Olga Ours invites you to ${name}`)
      expect(received.headers.map(({ key }) => key)).toEqual(usual.headers.map(({ key }) => key))
      expect(received.html).not.toContain('<evil@example.com>')
    }
  })

  test('does not become a line break even if it is an encoding of one', async () => {
    const received = await invitedAs('=?utf-8?q?Ours=0D=0ABcc:_x?=', 'decoded@example.com')
    expect(received.subject).not.toMatch(/[\r\n]/)
  })
})

async function invitedAs(name: string, email: string) {
  expect((await olga.patch(ours, { name })).status).toBe(200)
  await invite(email)
  const received = await mail.mailTo(email)
  expect(received.envelope).toEqual([email])
  expect(received.to?.map(({ address }) => address)).toEqual([email])
  expect(received.from?.address).toBe('no-reply@stagedoor.example')
  return received
}
