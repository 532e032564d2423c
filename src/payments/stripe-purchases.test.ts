import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  sendStripeWebhook,
  signStripeWebhook,
  stripeTestKey,
  stripeWebhookSecrets,
} from '../../test/support/stripe/stripe-double.ts'
import {
  openStripeWorld,
  type StripeWorld,
  stripeCardNumbers,
} from '../../test/support/stripe/stripe-world.ts'
import { settleLeftovers } from '../orders/settlement.ts'
import { readConfig } from '../platform/config.ts'

/* Fox & Fern pays Maison Ours through a double of Stripe, which answers as Stripe's reference says. */
let stripe: StripeWorld
let good: string
beforeAll(async () => {
  stripe = await openStripeWorld()
})
afterAll(() => stripe.close())

test.each([
  [
    { STRIPE_SECRET_KEY: stripeTestKey },
    'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be given together.',
  ],
  [
    { STRIPE_WEBHOOK_SECRET: 'whsec_1' },
    'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be given together.',
  ],
  [
    { STRIPE_SECRET_KEY: 'pk_live_public' },
    'STRIPE_SECRET_KEY must be a secret or restricted key from Stripe',
  ],
  [{ STRIPE_WEBHOOK_SECRET: 'mine' }, 'STRIPE_WEBHOOK_SECRET must be signing secrets of webhook endpoints'],
])('the operator gets an error for %j', (given, sentence) => {
  expect(() => readConfig({ DATA_DIR: '/nowhere', SECRET: 'x'.repeat(32), ...given })).toThrow(sentence)
})

describe('a card', () => {
  test('is connected on a page of Stripe, and not typed in here', async () => {
    const { stage, methods, double, run } = stripe
    expect((await stage.as.rita.get(methods)).body.cards).toBe('hosted')
    const typed = { number: stripeCardNumbers.good, expMonth: 12, expYear: 2034, cvc: '123' }
    expect((await stage.as.rita.post(methods, typed)).body.code).toBe('cards_elsewhere')

    const { url } = (await stage.as.rita.post(`${methods}/setup`)).body
    expect(url.startsWith(`${double.url}/c/pay/cs_test_`)).toBe(true)
    const session = url.split('/').at(-1)
    const complete = (owner = stage.as.rita, account = stage.fox) =>
      owner.post(`${account}/payment-methods/setup/complete`, { session })
    expect((await complete()).body.code).toBe('card_not_connected') // she has not finished on that page
    expect(double.fill(url, stripeCardNumbers.good)).toBe(
      `http://localhost/dashboard/${stage.own.rita}/settings/payment-methods?session=${session}`,
    )
    expect((await complete(stage.as.olga, stage.ours)).body.code).toBe('card_not_connected') // it is Rita's session
    const [first, again] = await Promise.all([complete(), complete()])
    expect(first.body).toMatchObject({ brand: 'visa', last4: '4242', expYear: 2034, preferred: true })
    expect(again.body).toEqual(first.body)
    expect((await stage.as.rita.get(methods)).body.items).toEqual([first.body])
    good = first.body.id

    const [kept] = await run<{ row: string }>(sql`select payment_methods::text as row from payment_methods`)
    expect(kept?.row).toMatch(/cus_\d+\/pm_\d+/)
    expect(kept?.row).not.toContain(stripeCardNumbers.good)
    expect(JSON.stringify(double.requests)).not.toContain(stripeCardNumbers.good)
  })

  test('of the same account belongs to the same customer, and is detached at Stripe when it is removed', async () => {
    const { stage, methods, double, connects } = stripe
    const second = await connects(stripeCardNumbers.other)
    expect(double.store.customers.size).toBe(1)
    const session = [...double.store.sessions.keys()].at(-1)
    await stage.as.rita.delete(`${methods}/${second}`)
    const theirs = () => [...double.store.methods.values()].find(({ card }) => card.last4 === '4444')
    await expect.poll(() => theirs()?.customer).toBeNull()
    const again = await stage.as.rita.post(`${methods}/setup/complete`, { session })
    expect(again.body.code).toBe('card_not_connected')
  })

  test('can be connected only by the Owner', async () => {
    const { marc } = stripe.stage.as
    for (const path of ['/setup', '/setup/complete']) {
      const { body } = await marc.post(`${stripe.stage.ours}/payment-methods${path}`, { session: 'cs_1' })
      expect([body.code, body.permission]).toEqual(['forbidden', 'payment_methods.manage'])
    }
  })

  test('cannot be connected while Stripe does not answer: nothing changes, and the error says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const ask = () => stripe.stage.as.rita.post(`${stripe.methods}/setup`)
    expect((await stripe.double.during('away', ask)).body.code).toBe('unavailable')
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
})

describe('a purchase', () => {
  test('is charged once, with the ids of buyer, seller and order attached', async () => {
    const { stage, buys, statusOf, intentsOf, double } = stripe
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

  test('that the card declines fails, and the stock is returned', async () => {
    const { connects, buys, statusOf, intentsOf } = stripe
    const { status, body, order, left } = await buys(await connects(stripeCardNumbers.declined))
    expect([status, body.code, body.decline]).toEqual([402, 'payment_declined', 'card_declined'])
    expect([await statusOf(order), await left()]).toEqual(['failed', 1])
    expect(intentsOf(order)).toMatchObject([{ status: 'requires_payment_method' }])
  })

  test('waits for the bank’s confirmation, and is settled when Stripe’s event arrives', async () => {
    const { stage, connects, buys, statusOf, intentsOf, double, world } = stripe
    const { body, order } = await buys(await connects(stripeCardNumbers.confirm))
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
    ['refused', stripeCardNumbers.confirm, false, 'authentication_failed'],
    ['confirmed, and the card is empty', stripeCardNumbers.confirmAndDecline, true, 'insufficient_funds'],
  ])('that is %s fails', async (_, number, approve, why) => {
    const { stage, connects, buys, double, world } = stripe
    const { body, order, left } = await buys(await connects(number))
    double.answer(body.confirm.url, approve)
    // A buyer who returns before Stripe's event arrives gets the result by asking.
    const looked = await stage.as.rita.post(`${stage.fox}/purchases/${order}/confirmation`, {})
    expect([looked.status, looked.body.decline, await left()]).toEqual([402, why, 1])
    const told = await double.deliver(world.address)
    expect(told.at(-1)).toEqual(['payment_intent.payment_failed', 200])
    expect(await left()).toBe(1)
  })

  test('that is not confirmed in time is cancelled at Stripe, too', async () => {
    const { connects, buys, statusOf, intentsOf, halfAnHourLater, paymentService } = stripe
    const { order, left } = await buys(await connects(stripeCardNumbers.confirm))
    await halfAnHourLater(order)
    await settleLeftovers(paymentService)
    expect([await statusOf(order), await left()]).toEqual(['failed', 1])
    expect(intentsOf(order)).toMatchObject([{ status: 'canceled' }])
  })
})

describe('an event of Stripe', () => {
  /** A purchase that waits for the bank, and the event that Stripe sent about it. */
  const event = async () => {
    const { order } = await stripe.buys(await stripe.connects(stripeCardNumbers.confirm))
    const told = stripe.double.store.events.splice(0).at(-1)
    return { order, told: told as NonNullable<typeof told> }
  }

  test('is accepted only with a valid signature of the last minutes', async () => {
    const { address, app } = stripe.world
    const { told } = await event()
    const body = JSON.stringify({ api_version: '2026-10-28.endive', livemode: false, ...told })
    const signed = (secret: string, at?: number) =>
      sendStripeWebhook(address, told, signStripeWebhook(body, secret, at))
    expect(await signed(stripeWebhookSecrets.platform)).toBe(200)
    expect(await signed(stripeWebhookSecrets.connected)).toBe(200)
    expect(await signed('whsec_of_somebody_else')).toBe(400)
    expect(await signed(stripeWebhookSecrets.platform, Date.now() - 6 * 60_000)).toBe(400)
    expect(await sendStripeWebhook(address, told, 'none')).toBe(400)
    const altered = { ...told, data: { object: { ...told.data.object, amount: 1 } } }
    expect(
      await sendStripeWebhook(address, altered, signStripeWebhook(body, stripeWebhookSecrets.platform)),
    ).toBe(400)
    const nothing = await app.inject({ method: 'POST', url: '/api/stripe/webhook' })
    expect([nothing.statusCode, nothing.json().code]).toEqual([400, 'wrong_signature'])
  })

  test('is not trusted: Stripe’s API is asked; an event sent twice takes effect once', async () => {
    const { statusOf, intentsOf, double, world, run } = stripe
    const { order, told } = await event()
    const lie = { ...told, type: 'payment_intent.succeeded' }
    lie.data = { object: { ...told.data.object, status: 'succeeded' } }
    expect(await sendStripeWebhook(world.address, lie)).toBe(200)
    expect(await statusOf(order)).toBe('pending')
    double.answer(`/3ds/${intentsOf(order)[0]?.id}`, true)
    expect(
      await Promise.all([sendStripeWebhook(world.address, told), sendStripeWebhook(world.address, told)]),
    ).toEqual([200, 200])
    const sales = await run(sql`select 1 from transfers where order_id = ${order} and kind = 'sale'`)
    expect([await statusOf(order), sales.length]).toEqual(['pending_fulfillment', 1])
  })

  test('about something unknown is ignored; one that cannot be settled yet is answered so that it is sent again', async () => {
    const { address } = stripe.world
    const { told } = await event()
    const foreign = { ...told, data: { object: { object: 'payment_intent', metadata: {} } } }
    expect(await sendStripeWebhook(address, foreign)).toBe(200)
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await stripe.double.during('away', () => sendStripeWebhook(address, told))).toBe(500)
    expect(await sendStripeWebhook(address, told)).toBe(200)
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
})
