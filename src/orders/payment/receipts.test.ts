import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../cast/api-client.ts'
import { addCardAndAddress, connectSandboxCard, sandboxCards } from '../../../cast/cards-and-addresses.ts'
import { cast } from '../../../cast/people.ts'
import {
  linkInMail,
  type MailServer,
  openMailServer,
  signUpByMail,
} from '../../../test/support/mail-server.ts'
import { openWorld } from '../../../test/support/test-world.ts'
import { formatMoney } from '../../platform/format/i18n.ts'
import type { RunningServer } from '../../server/start.ts'

/*
 * Maison Ours sells. Rita, who reads English, buys for her account Fox & Fern; Marc, her Admin, reads French and buys
 * for it as well.
 */
let mail: MailServer
let world: RunningServer
let [olga, rita, marc] = [] as unknown as [ApiClient, ApiClient, ApiClient]
let [ours, fox] = ['', '']
let seller: string
beforeAll(async () => {
  mail = await openMailServer()
  world = await openWorld({ SMTP_URL: mail.url })
  olga = await signUpByMail(world, mail, cast.olga)
  rita = await signUpByMail(world, mail, cast.rita)
  marc = await signUpByMail(world, mail, cast.marc)
  seller = await own(olga)
  ours = `/accounts/${seller}`
  fox = `/accounts/${await own(rita)}`
  await olga.patch(ours, { name: 'Maison Ours' })
  await rita.patch(fox, { name: 'Fox & Fern' })
  await addCardAndAddress(rita, fox)
  await rita.post(`${fox}/invitations`, { invitations: [{ email: cast.marc.email, role: 'admin' }] })
  const link = linkInMail(await mail.mailTo(cast.marc.email, '/invite#'))
  expect((await marc.post('/invitations/accept', { token: link.hash.slice(1) })).status).toBe(200)
})
afterAll(async () => {
  await world.stop()
  await mail.close()
})

const own = async (client: ApiClient): Promise<string> => (await client.get('/me')).body.accounts[0].id
const buy = async (by: ApiClient, quantity = 1, method?: string) => {
  const jacket = { title: 'Jacket <wool> & silk', price: 8900, quantity }
  const { id: product } = (await olga.post(`${ours}/products`, jacket)).body
  const basket = { seller, items: [{ product, quantity }], ...(method && { method }) }
  const { body } = await by.post(`${fox}/purchases`, basket)
  const id: string = body.purchase ?? body.id
  return { id, code: id.slice(-8).toUpperCase() }
}
/** The subjects of the mails that a person received about an order. */
const about = (email: string, code: string) =>
  mail.sentTo(email).flatMap(({ subject, text }) => (text?.includes(code) ? [subject] : []))

test('the buyer gets a receipt once the order is paid, with the items, the amount and a link', async () => {
  const { id, code } = await buy(rita, 2)
  const { subject, text, html } = await mail.mailTo(cast.rita.email, code)
  expect(subject).toBe(`Your order ${code} from Maison Ours`)
  for (const said of ['2 × Jacket <wool> & silk · €178.00', 'Total: €18', 'Visa •• 4242', '4 Fern Lane'])
    expect(text).toContain(said)
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('2 × Jacket &#60;wool&#62; &#38; silk · €178.00')
  expect(text).toContain(`${fox.replace('/accounts', '/dashboard')}/spending/purchases/${id}`)
})

test('the Owner also gets a receipt for a member’s purchase, each in their own language; the seller’s side gets none', async () => {
  const before = mail.sentTo(cast.olga.email).length
  const { code } = await buy(marc)
  const [his, hers] = [await mail.mailTo(cast.marc.email, code), await mail.mailTo(cast.rita.email, code)]
  expect(his.subject).toBe(`Ta commande ${code} chez Maison Ours`)
  expect(his.html).toContain('<html lang="fr">')
  expect(his.text).toContain(`1 × Jacket <wool> & silk · ${formatMoney('fr', 8900, 'EUR')}`)
  expect(hers.subject).toBe(`Marc Aubert bought from Maison Ours for Fox & Fern: order ${code}`)
  expect(mail.sentTo(cast.olga.email)).toHaveLength(before)
})

test('both get a mail when a refund is made, and none when a payment is declined', async () => {
  const declined = await buy(marc, 1, await connectSandboxCard(rita, fox, sandboxCards.declinedLater))
  const { id, code } = await buy(marc)
  expect((await olga.post(`${ours}/orders/${id}/refunds`, { amount: 1250 })).status).toBe(201)
  await mail.mailTo(cast.rita.email, '€12.50')
  const back = formatMoney('fr', 1250, 'EUR')
  await mail.mailTo(cast.marc.email, back)
  expect(about(cast.rita.email, code)).toContain(`Maison Ours refunded €12.50 of order ${code}`)
  expect(about(cast.marc.email, code)).toContain(
    `Maison Ours a remboursé ${back.replace(/\s/, ' ')} de la commande ${code}`,
  )
  for (const { email } of [cast.rita, cast.marc]) expect(about(email, declined.code)).toEqual([])
})

test('a member whose access has ended gets no mail', async () => {
  const { id, code } = await buy(marc)
  await mail.mailTo(cast.marc.email, code)
  const { items } = (await rita.get(`${fox}/members`)).body
  const member = items.find(({ name }: { name: string }) => name === cast.marc.name)
  await rita.delete(`${fox}/members/${member.id}`)
  await olga.post(`${ours}/orders/${id}/refunds`, { amount: 2500 })
  await mail.mailTo(cast.rita.email, '€25.00')
  expect(about(cast.marc.email, code)).toHaveLength(1)
})
