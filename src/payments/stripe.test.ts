import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { card, type House, openHouse } from '../../test/stripe/house.ts'
import { key, secrets, signature, tell } from '../../test/stripe/server.ts'
import { readConfig } from '../ground/config.ts'
import { settleAll } from '../orders/settling.ts'

/* Fox & Fern pays Maison Ours through Stripe: through a double of it, which answers as its reference says. */
let house: House
let good: string
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test.each([
  [{ STRIPE_SECRET_KEY: key }, 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be given together.'],
  [
    { STRIPE_WEBHOOK_SECRET: 'whsec_1' },
    'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be given together.',
  ],
  [
    { STRIPE_SECRET_KEY: 'pk_live_public' },
    'STRIPE_SECRET_KEY must be a secret or restricted key of Stripe’s',
  ],
  [{ STRIPE_WEBHOOK_SECRET: 'mine' }, 'STRIPE_WEBHOOK_SECRET must be signing secrets of webhook endpoints'],
])('%j is told to the operator', (given, sentence) => {
  expect(() => readConfig({ DATA_DIR: '/nowhere', SECRET: 'x'.repeat(32), ...given })).toThrow(sentence)
})

describe('a card', () => {
  test('is not typed in here: it is connected on a page of Stripe’s', async () => {
    const { stage, methods, double, run } = house
    expect((await stage.as.rita.get(methods)).body.cards).toBe('hosted')
    const typed = { number: card.good, expMonth: 12, expYear: 2034, cvc: '123' }
    expect((await stage.as.rita.post(methods, typed)).body.code).toBe('cards_elsewhere')

    const { url } = (await stage.as.rita.post(`${methods}/setup`)).body
    expect(url.startsWith(`${double.url}/c/pay/cs_test_`)).toBe(true)
    const session = url.split('/').at(-1)
    const complete = (owner = stage.as.rita, account = stage.fox) =>
      owner.post(`${account}/payment-methods/setup/complete`, { session })
    expect((await complete()).body.code).toBe('card_not_connected') // she is still on that page
    expect(double.fill(url, card.good)).toBe(
      `http://localhost/dashboard/${stage.own.rita}/settings/payment-methods?session=${session}`,
    )
    expect((await complete(stage.as.olga, stage.ours)).body.code).toBe('card_not_connected') // it is Rita's
    const [first, again] = await Promise.all([complete(), complete()])
    expect(first.body).toMatchObject({ brand: 'visa', last4: '4242', expYear: 2034, preferred: true })
    expect(again.body).toEqual(first.body)
    expect((await stage.as.rita.get(methods)).body.items).toEqual([first.body])
    good = first.body.id

    const [kept] = await run<{ row: string }>(sql`select payment_methods::text as row from payment_methods`)
    expect(kept?.row).toMatch(/cus_\d+\/pm_\d+/)
    expect(kept?.row).not.toContain(card.good)
    expect(JSON.stringify(double.requests)).not.toContain(card.good)
  })

  test('of the same account goes to the same customer; a removed one is forgotten at Stripe, too', async () => {
    const { stage, methods, double, connects } = house
    const second = await connects(card.other)
    expect(double.store.customers.size).toBe(1)
    const session = [...double.store.sessions.keys()].at(-1)
    await stage.as.rita.delete(`${methods}/${second}`)
    const theirs = () => [...double.store.methods.values()].find(({ card }) => card.last4 === '4444')
    await expect.poll(() => theirs()?.customer).toBeNull()
    const again = await stage.as.rita.post(`${methods}/setup/complete`, { session })
    expect(again.body.code).toBe('card_not_connected')
  })

  test('is the Owner’s to connect', async () => {
    const { marc } = house.stage.as
    for (const path of ['/setup', '/setup/complete']) {
      const { body } = await marc.post(`${house.stage.ours}/payment-methods${path}`, { session: 'cs_1' })
      expect([body.code, body.permission]).toEqual(['forbidden', 'payment_methods.manage'])
    }
  })

  test('that Stripe cannot be asked for changes nothing, and says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const ask = () => house.stage.as.rita.post(`${house.methods}/setup`)
    expect((await house.double.during('away', ask)).body.code).toBe('unavailable')
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
})

describe('a purchase', () => {
  test('is charged to it once, and whose it is stands on it', async () => {
    const { stage, buys, statusOf, intentsOf, double } = house
    const { status, order, send } = await buys(good, { 'idempotency-key': 'one-bear' })
    expect([status, await statusOf(order)]).toEqual([201, 'pending_fulfillment'])
    expect((await send()).body.id).toBe(order)
    expect(intentsOf(order)).toMatchObject([{ amount: 2050, currency: 'eur', status: 'succeeded' }])
    const metadata = { seller: stage.own.olga, buyer: stage.own.rita, order }
    expect(intentsOf(order)[0]?.metadata).toEqual(metadata)
    const sent = double.requests.filter(({ headers }) => headers['idempotency-key'] === order)
    expect(sent.map(({ name, headers }) => [name, headers['stripe-version']])).toEqual([
      ['POST /v1/payment_intents', '2026-10-28.endive'],
    ])
  })

  test('that the card declines fails, and the stock is back', async () => {
    const { connects, buys, statusOf, intentsOf } = house
    const { status, body, order, left } = await buys(await connects(card.declined))
    expect([status, body.code, body.decline]).toEqual([402, 'payment_declined', 'card_declined'])
    expect([await statusOf(order), await left()]).toEqual(['failed', 1])
    expect(intentsOf(order)).toMatchObject([{ status: 'requires_payment_method' }])
  })

  test('waits for the bank’s own confirmation, and is settled when Stripe tells', async () => {
    const { stage, connects, buys, statusOf, intentsOf, double, world } = house
    const { body, order } = await buys(await connects(card.confirm))
    const page = `${double.url}/3ds/${intentsOf(order)[0]?.id}`
    expect([body.status, body.confirm.url]).toEqual(['pending', page])
    await double.deliver(world.address)
    expect(await statusOf(order)).toBe('pending')
    const back = double.answer(page, true)
    expect(back).toContain(`http://localhost/dashboard/${stage.own.rita}/spending/purchases/${order}?`)
    expect(await double.deliver(world.address)).toEqual([['payment_intent.succeeded', 200]])
    expect(await statusOf(order)).toBe('pending_fulfillment')
  })

  test.each([
    ['refused', card.confirm, false, 'authentication_failed'],
    ['confirmed, and the card is empty', card.confirmAndDecline, true, 'insufficient_funds'],
  ])('that is %s fails', async (_, number, approve, why) => {
    const { stage, connects, buys, double, world } = house
    const { body, order, left } = await buys(await connects(number))
    double.answer(body.confirm.url, approve)
    // Whoever is back before Stripe has told finds out by asking.
    const looked = await stage.as.rita.post(`${stage.fox}/purchases/${order}/confirmation`, {})
    expect([looked.status, looked.body.decline, await left()]).toEqual([402, why, 1])
    const told = await double.deliver(world.address)
    expect(told.at(-1)).toEqual(['payment_intent.payment_failed', 200])
    expect(await left()).toBe(1)
  })

  test('that nobody confirmed in time is given up at Stripe, too', async () => {
    const { connects, buys, statusOf, intentsOf, halfAnHourLater, till } = house
    const { order, left } = await buys(await connects(card.confirm))
    await halfAnHourLater(order)
    await settleAll(till)
    expect([await statusOf(order), await left()]).toEqual(['failed', 1])
    expect(intentsOf(order)).toMatchObject([{ status: 'canceled' }])
  })
})

describe('what Stripe tells', () => {
  /** A purchase that waits for its bank, and what Stripe told of it. */
  const event = async () => {
    const { order } = await house.buys(await house.connects(card.confirm))
    const told = house.double.store.events.splice(0).at(-1)
    return { order, told: told as NonNullable<typeof told> }
  }

  test('is taken with its signature of the last minutes alone', async () => {
    const { address, app } = house.world
    const { told } = await event()
    const body = JSON.stringify({ api_version: '2026-10-28.endive', livemode: false, ...told })
    const signed = (secret: string, at?: number) => tell(address, told, signature(body, secret, at))
    expect(await signed(secrets.platform)).toBe(200)
    expect(await signed(secrets.connected)).toBe(200)
    expect(await signed('whsec_of_somebody_else')).toBe(400)
    expect(await signed(secrets.platform, Date.now() - 6 * 60_000)).toBe(400)
    expect(await tell(address, told, 'none')).toBe(400)
    const altered = { ...told, data: { object: { ...told.data.object, amount: 1 } } }
    expect(await tell(address, altered, signature(body, secrets.platform))).toBe(400)
    const nothing = await app.inject({ method: 'POST', url: '/api/stripe/webhook' })
    expect([nothing.statusCode, nothing.json().code]).toEqual([400, 'wrong_signature'])
  })

  test('is asked for, and not believed; told twice, it is done once', async () => {
    const { statusOf, intentsOf, double, world, run } = house
    const { order, told } = await event()
    const lie = { ...told, type: 'payment_intent.succeeded' }
    lie.data = { object: { ...told.data.object, status: 'succeeded' } }
    expect(await tell(world.address, lie)).toBe(200)
    expect(await statusOf(order)).toBe('pending')
    double.answer(`/3ds/${intentsOf(order)[0]?.id}`, true)
    expect(await Promise.all([tell(world.address, told), tell(world.address, told)])).toEqual([200, 200])
    const sales = await run(sql`select 1 from transfers where order_id = ${order} and kind = 'sale'`)
    expect([await statusOf(order), sales.length]).toEqual(['pending_fulfillment', 1])
  })

  test('of what is not ours is left; what cannot be settled yet is to be told again', async () => {
    const { address } = house.world
    const { told } = await event()
    const foreign = { ...told, data: { object: { object: 'payment_intent', metadata: {} } } }
    expect(await tell(address, foreign)).toBe(200)
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await house.double.during('away', () => tell(address, told))).toBe(500)
    expect(await tell(address, told)).toBe(200)
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
})
