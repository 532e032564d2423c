import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCardAndAddress, connectSandboxCard, sandboxCards } from '../../cast/cards-and-addresses.ts'
import { drawProductPhoto } from '../../cast/draw-photos.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

/* Rita buys from Maison Ours for Fox & Fern. */
let world: RunningServer
let stage: SignedInCast
let good: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  good = (await addCardAndAddress(stage.as.rita, stage.fox)).method
})
afterAll(() => world.stop())

async function onSale(quantity: number, more = {}): Promise<string> {
  const product = { title: 'Ceramic bear', price: 1600, quantity, ...more }
  return (await stage.as.olga.post(`${stage.ours}/products`, product)).body.id
}
const stockOf = async (id: string) =>
  (await stage.as.olga.get(`${stage.ours}/products/${id}`)).body.quantity as number
const buy = (product: string, more: object = {}, headers = {}) =>
  stage.as.rita.post(
    `${stage.fox}/purchases`,
    { seller: stage.own.olga, items: [{ product, quantity: 1 }], ...more },
    headers,
  )

describe('buying', () => {
  test('takes the stock, charges the card, and records the member who bought', async () => {
    const bear = await onSale(3)
    const { status, body } = await buy(bear, { total: 2050 })
    expect([status, body.status, body.itemsTotal, body.shipping, body.total]).toEqual([
      201,
      'pending_fulfillment',
      1600,
      450,
      2050,
    ])
    expect([body.method, body.by, body.sellerName, body.currency]).toEqual([
      'Visa •• 4242',
      'Rita Fox',
      'Maison Ours',
      'EUR',
    ])
    expect(body.history.map(({ what }: { what: string }) => what)).toEqual(['placed', 'paid'])
    expect(await stockOf(bear)).toBe(2)
    const [sold] = (await stage.as.olga.get(`${stage.ours}/products/${bear}/movements`)).body.items
    expect([sold.quantity, sold.reason, sold.by]).toEqual([-1, 'sold', 'Fox & Fern'])
    expect((await stage.as.rita.get(`${stage.fox}/purchases`)).body.items[0].id).toBe(body.id)
  })

  test('keeps the product’s photo, the link to its shop, and the tracking link of its shipment', async () => {
    const bear = await onSale(1)
    const photo = await drawProductPhoto('Ceramic bear')
    await stage.as.olga.post(`${stage.ours}/products/${bear}/photos`, photo, { 'content-type': 'image/jpeg' })
    const { body } = await buy(bear)
    expect(body.items[0].thumb).toMatch(/^\/media\/photos\/.+\/small\.webp$/)
    expect([body.shop, body.shipment]).toEqual([
      'maison-ours',
      { status: 'created', carrier: null, tracking: null },
    ])

    const order = (await stage.as.theo.get(`${stage.ours}/orders/${body.id}`)).body
    const label = { carrier: 'ups', number: '1Z 999 AA1 01 2345 6784' }
    await stage.as.theo.post(`${stage.ours}/shipments/${order.shipment.id}/tracking`, label)
    const { shipment } = (await stage.as.rita.get(`${stage.fox}/purchases/${body.id}`)).body
    expect(shipment).toEqual({
      status: 'label_generated',
      tracking: '1Z999AA10123456784',
      carrier: { id: 'ups', name: 'UPS', link: 'https://www.ups.com/track?tracknum=1Z999AA10123456784' },
    })
  })

  test('is refused if the price has changed since the buyer saw it', async () => {
    const bear = await onSale(1)
    await stage.as.olga.patch(`${stage.ours}/products/${bear}`, { price: 1700 })
    const answer = await buy(bear, { total: 2050 })
    expect([answer.status, answer.body.code, answer.body.total]).toEqual([409, 'price_changed', 2150])
    expect(await stockOf(bear)).toBe(1)
  })

  test('is refused from one’s own shop, for what is not on sale, for more than the stock, or with another account’s card', async () => {
    const bear = await onSale(1)
    const draft = await onSale(1, { draft: true })
    const own = { seller: stage.own.olga, items: [{ product: bear, quantity: 1 }] }
    expect((await stage.as.olga.post(`${stage.ours}/purchases`, own)).body.code).toBe('own_shop')
    expect((await buy(draft)).body.code).toBe('not_found')
    expect((await buy(bear, { items: [{ product: bear, quantity: 2 }] })).body.code).toBe('sold_out')
    const olgas = await connectSandboxCard(stage.as.olga, stage.ours, sandboxCards.good)
    expect((await buy(bear, { method: olgas })).body.code).toBe('not_found')
    expect(await stockOf(bear)).toBe(1)
  })
})

describe('a card that is declined', () => {
  test('is refused with the reason when it is connected; the list says which provider charges each card', async () => {
    const card = { number: sandboxCards.refused, expMonth: 1, expYear: 2040, cvc: '123' }
    const answer = await stage.as.rita.post(`${stage.fox}/payment-methods`, card)
    expect([answer.status, answer.body.code, answer.body.decline]).toEqual([
      422,
      'card_refused',
      'card_declined',
    ])
    const { body } = await stage.as.rita.get(`${stage.fox}/payment-methods`)
    const french = { 'accept-language': 'fr' }
    const { detail, reason } = (await stage.as.rita.post(`${stage.fox}/payment-methods`, card, french)).body
    expect([detail, reason]).toEqual([
      'La carte a été refusée : la banque n’a pas donné de raison.',
      'la banque n’a pas donné de raison',
    ])
    expect([body.provider, body.cards, body.items[0].id]).toEqual(['sandbox', 'card', good])
  })

  test('after the reservation makes the order fail, and returns its stock', async () => {
    const bear = await onSale(1)
    const method = await connectSandboxCard(stage.as.rita, stage.fox, sandboxCards.declinedLater)
    const answer = await buy(bear, { method })
    expect([answer.status, answer.body.code]).toEqual([402, 'payment_declined'])
    expect(await stockOf(bear)).toBe(1)
    const { body } = await stage.as.rita.get(`${stage.fox}/purchases/${answer.body.purchase}`)
    expect([body.status, body.failure]).toEqual(['failed', 'card_declined'])
  })

  test('is different from one that needs the bank’s confirmation: then the stock stays reserved until the answer', async () => {
    const bear = await onSale(2)
    const method = await connectSandboxCard(stage.as.rita, stage.fox, sandboxCards.confirm)
    const one = (await buy(bear, { method })).body
    const other = (await buy(bear, { method })).body
    expect([one.status, one.confirm.url, await stockOf(bear)]).toEqual(['pending', null, 0])

    const path = (id: string) => `${stage.fox}/purchases/${id}/confirmation`
    expect((await stage.as.rita.post(path(one.id), { approve: true })).body.status).toBe(
      'pending_fulfillment',
    )
    expect((await stage.as.rita.post(path(other.id), { approve: false })).body.decline).toBe(
      'authentication_failed',
    )
    expect(await stockOf(bear)).toBe(1)
  })
})

describe('an idempotency key', () => {
  test('buys once, however often it is sent; another body with the same key is refused', async () => {
    const bear = await onSale(5)
    const key = { 'idempotency-key': 'checkout-1' }
    const [one, other] = await Promise.all([buy(bear, {}, key), buy(bear, {}, key)])
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body.id).toBe(one.body.id)
    expect((await buy(bear, {}, key)).body.id).toBe(one.body.id)
    expect(await stockOf(bear)).toBe(4)
    const another = await buy(bear, { items: [{ product: bear, quantity: 2 }] }, key)
    expect([another.status, another.body.code]).toEqual([422, 'key_reused'])
    expect((await buy(bear, { method: good }, { 'idempotency-key': 'é' })).status).toBe(422)
  })
})

describe('the cart', () => {
  test('contains products of other shops, by shop, until they are bought', async () => {
    const bear = await onSale(4)
    const cart = `${stage.fox}/cart`
    await stage.as.rita.post(cart, { seller: stage.own.olga, product: bear, quantity: 1 })
    const { body } = await stage.as.rita.post(cart, { seller: stage.own.olga, product: bear, quantity: 2 })
    expect(body.items).toMatchObject([
      { name: 'Maison Ours', items: [{ title: 'Ceramic bear', quantity: 3, available: 4 }] },
    ])
    const items = [{ product: bear, quantity: 3 }]
    const { body: quoted } = await stage.as.rita.post(`${stage.fox}/purchases/quote`, {
      seller: stage.own.olga,
      items,
    })
    await buy(bear, { items, total: quoted.total })
    expect((await stage.as.rita.get(cart)).body.items).toEqual([])
    expect(await stockOf(bear)).toBe(1)
  })
})
