import { afterAll, beforeAll, expect, test } from 'vitest'
import { cards, connect, readyToBuy } from '../../cast/buyers.ts'
import type { Client } from '../../cast/client.ts'
import { cast } from '../../cast/people.ts'
import { comeIn, linkIn, type MailServer, openMailServer } from '../../test/mail-server.ts'
import { openWorld } from '../../test/world.ts'
import { moneyIn } from '../ground/words.ts'
import type { Running } from '../start.ts'

/* Maison Ours sells. Rita, who reads English, buys for her Fox & Fern; so does Marc, her Admin, who reads French. */
let mail: MailServer
let world: Running
let [olga, rita, marc] = [] as unknown as [Client, Client, Client]
let [ours, fox] = ['', '']
let seller: string
beforeAll(async () => {
  mail = await openMailServer()
  world = await openWorld({ SMTP_URL: mail.url })
  olga = await comeIn(world, mail, cast.olga)
  rita = await comeIn(world, mail, cast.rita)
  marc = await comeIn(world, mail, cast.marc)
  seller = await own(olga)
  ours = `/accounts/${seller}`
  fox = `/accounts/${await own(rita)}`
  await olga.patch(ours, { name: 'Maison Ours' })
  await rita.patch(fox, { name: 'Fox & Fern' })
  await readyToBuy(rita, fox)
  await rita.post(`${fox}/invitations`, { invitations: [{ email: cast.marc.email, role: 'admin' }] })
  const link = linkIn(await mail.mailTo(cast.marc.email, '/invite#'))
  expect((await marc.post('/invitations/accept', { token: link.hash.slice(1) })).status).toBe(200)
})
afterAll(async () => {
  await world.stop()
  await mail.close()
})

const own = async (client: Client): Promise<string> => (await client.get('/me')).body.accounts[0].id
const buy = async (by: Client, quantity = 1, method?: string) => {
  const jacket = { title: 'Jacket <wool> & silk', price: 8900, quantity }
  const { id: product } = (await olga.post(`${ours}/products`, jacket)).body
  const basket = { seller, items: [{ product, quantity }], ...(method && { method }) }
  const { body } = await by.post(`${fox}/purchases`, basket)
  const id: string = body.purchase ?? body.id
  return { id, code: id.slice(-8).toUpperCase() }
}
/** The subjects of what somebody was sent about an order. */
const about = (email: string, code: string) =>
  mail.sentTo(email).flatMap(({ subject, text }) => (text?.includes(code) ? [subject] : []))

test('whoever bought gets a receipt once it is paid: what, how much, and where to see it', async () => {
  const { id, code } = await buy(rita, 2)
  const { subject, text, html } = await mail.mailTo(cast.rita.email, code)
  expect(subject).toBe(`Your order ${code} from Maison Ours`)
  for (const said of ['2 × Jacket <wool> & silk · €178.00', 'Total: €18', 'Visa •• 4242', '4 Fern Lane'])
    expect(text).toContain(said)
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('2 × Jacket &#60;wool&#62; &#38; silk · €178.00')
  expect(text).toContain(`${fox.replace('/accounts', '/dashboard')}/spending/purchases/${id}`)
})

test('what a helper bought is told to the Owner too, each in their language; the seller’s side gets none', async () => {
  const before = mail.sentTo(cast.olga.email).length
  const { code } = await buy(marc)
  const [his, hers] = [await mail.mailTo(cast.marc.email, code), await mail.mailTo(cast.rita.email, code)]
  expect(his.subject).toBe(`Ta commande ${code} chez Maison Ours`)
  expect(his.html).toContain('<html lang="fr">')
  expect(his.text).toContain(`1 × Jacket <wool> & silk · ${moneyIn('fr', 8900, 'EUR')}`)
  expect(hers.subject).toBe(`Marc Aubert bought from Maison Ours for Fox & Fern: order ${code}`)
  expect(mail.sentTo(cast.olga.email)).toHaveLength(before)
})

test('a refund is told to both when it was made; a payment that was declined sends nothing', async () => {
  const declined = await buy(marc, 1, await connect(rita, fox, cards.declinedLater))
  const { id, code } = await buy(marc)
  expect((await olga.post(`${ours}/orders/${id}/refunds`, { amount: 1250 })).status).toBe(201)
  await mail.mailTo(cast.rita.email, '€12.50')
  const back = moneyIn('fr', 1250, 'EUR')
  await mail.mailTo(cast.marc.email, back)
  expect(about(cast.rita.email, code)).toContain(`Maison Ours refunded €12.50 of order ${code}`)
  expect(about(cast.marc.email, code)).toContain(
    `Maison Ours a remboursé ${back.replace(/\s/, ' ')} de la commande ${code}`,
  )
  for (const { email } of [cast.rita, cast.marc]) expect(about(email, declined.code)).toEqual([])
})

test('whose access has ended meanwhile is not written to', async () => {
  const { id, code } = await buy(marc)
  await mail.mailTo(cast.marc.email, code)
  const { items } = (await rita.get(`${fox}/members`)).body
  const member = items.find(({ name }: { name: string }) => name === cast.marc.name)
  await rita.delete(`${fox}/members/${member.id}`)
  await olga.post(`${ours}/orders/${id}/refunds`, { amount: 2500 })
  await mail.mailTo(cast.rita.email, '€25.00')
  expect(about(cast.marc.email, code)).toHaveLength(1)
})
