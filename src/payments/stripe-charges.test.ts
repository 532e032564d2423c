import { sql } from 'drizzle-orm'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  type MockInstance,
  test,
  vi,
} from 'vitest'
import { stripeTestKey } from '../../test/support/stripe/stripe-double.ts'
import {
  openStripeWorld,
  type StripeWorld,
  stripeCardNumbers,
} from '../../test/support/stripe/stripe-world.ts'
import { refreshCharge, retryLater, settleLeftovers } from '../orders/settlement.ts'
import type { ProviderCharge } from './provider.ts'

/* What happens to money when Stripe does not answer, and when a refund comes back. */
let stripe: StripeWorld
let good: string
let said: MockInstance
beforeAll(async () => {
  stripe = await openStripeWorld({ FEE_PERCENT: '0' })
  good = await stripe.connects(stripeCardNumbers.good)
})
afterAll(() => stripe.close())
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => said.mockRestore())

describe('when no answer of Stripe arrives', () => {
  test.each([
    ['is away', 'away'],
    ['breaks the connection', 'reset'],
    ['is asked too often', 'limited'],
    ['has the key in use', 'busy'],
  ] as const)('since it %s, the purchase is pending, and settled later', async (_, weather) => {
    const { double, buys, statusOf, intentsOf, minuteLater, paymentService } = stripe
    const { status, body, order } = await double.during(weather, () => buys(good))
    expect([status, body.status, intentsOf(order)]).toEqual([201, 'pending', []])
    await minuteLater(order)
    await settleLeftovers(paymentService)
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending_fulfillment', 1])
  })

  test('although it has charged, the card is not charged again', async () => {
    const { double, buys, statusOf, intentsOf, minuteLater, paymentService } = stripe
    const { order } = await double.during('deaf', () => buys(good))
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending', 1])
    await minuteLater(order)
    await Promise.all([settleLeftovers(paymentService), settleLeftovers(paymentService)])
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending_fulfillment', 1])
  })

  test('although it has charged, the charge is found half an hour later and not cancelled', async () => {
    const { double, buys, statusOf, intentsOf, halfAnHourLater, paymentService } = stripe
    const { order } = await double.during('deaf', () => buys(good))
    await halfAnHourLater(order)
    await settleLeftovers(paymentService)
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending_fulfillment', 1])
  })

  test('a cancelled purchase is not charged by a request that arrives late', async () => {
    const { stage, double, buys, statusOf, intentsOf, halfAnHourLater, paymentService, run } = stripe
    const { order, left } = await double.during('reset', () => buys(good))
    await halfAnHourLater(order)
    await settleLeftovers(paymentService)
    expect([await statusOf(order), await left()]).toEqual(['failed', 1])
    const [row] = await run<{ method: string }>(
      sql`select method_ref as method from charges where order_id = ${order}`,
    )
    const [seller, buyer, method] = [stage.own.olga, stage.own.rita, row?.method ?? '']
    const late: ProviderCharge = {
      key: order,
      seller,
      buyer,
      amount: 2050,
      currency: 'EUR',
      method,
      since: new Date(),
    }
    await expect(paymentService.provider.charge(late)).rejects.toThrow('same parameters')
    expect(intentsOf(order)).toMatchObject([{ status: 'canceled' }])
  })

  test('a card of the sandbox is declined, and its pending purchases are cancelled', async () => {
    const { paymentService, double } = stripe
    const before = double.requests.length
    const charge: ProviderCharge = {
      key: 'ord_old',
      seller: 'acc_1',
      buyer: 'acc_2',
      amount: 100,
      currency: 'EUR',
      method: 'sandbox_ok',
      since: new Date(),
    }
    expect(await paymentService.provider.charge(charge)).toEqual({
      status: 'declined',
      reason: 'card_declined',
    })
    expect(await paymentService.provider.find(charge, 'ord_old')).toBeUndefined()
    expect(await paymentService.provider.cancel(charge, null)).toEqual({
      status: 'declined',
      reason: 'not_confirmed',
    })
    expect(double.requests.length).toBe(before)
  })

  test('the secret key is sent to Stripe and appears nowhere else', async () => {
    const { stage, buys, double, paymentService, paymentServiceWith, statusOf } = stripe
    const { body, order } = await double.during('away', () => buys(good))
    const ref = { seller: stage.own.olga, order }
    await retryLater(refreshCharge(paymentServiceWith(`${stripeTestKey}wrong`), ref))
    expect(said.mock.calls.length).toBe(2)
    expect(said.mock.calls[1]?.[0]).toContain('Invalid API Key')
    expect(JSON.stringify([said.mock.calls, body])).not.toContain(stripeTestKey)
    await refreshCharge(paymentService, ref)
    expect(await statusOf(order)).toBe('pending_fulfillment')
  })
})

describe('a refund', () => {
  const refundOf = async (order: string) =>
    (await stripe.stage.as.olga.get(`${stripe.stage.ours}/orders/${order}`)).body.refunds[0]
  const atStripe = () => [...stripe.double.store.refunds.values()].at(-1)
  /** Rita paid with a card, and Olga refunds her. */
  const paidBack = async (number: string, amount = 2050) => {
    const { order } = await stripe.buys(await stripe.connects(number))
    const made = await stripe.stage.as.olga.post(`${stripe.stage.ours}/orders/${order}/refunds`, { amount })
    expect(made.status).toBe(201)
    stripe.double.store.events.splice(0)
    return order
  }

  test('goes back to the card once, even if it is requested again after Stripe has forgotten the key', async () => {
    const { double, run, paymentService } = stripe
    const order = await paidBack(stripeCardNumbers.good, 500)
    expect((await refundOf(order)).status).toBe('succeeded')
    expect(atStripe()).toMatchObject({ amount: 500, metadata: { seller: stripe.stage.own.olga } })
    await run(
      sql`update refunds set status = 'pending', created_at = now() - interval '2 days' where order_id = ${order}`,
    )
    double.forget()
    await settleLeftovers(paymentService)
    const of = [...double.store.refunds.values()].filter(
      (one) => one.payment_intent === atStripe()?.payment_intent,
    )
    expect([(await refundOf(order)).status, of.length]).toEqual(['succeeded', 1])
  })

  test('that waits at Stripe is pending until Stripe’s event arrives', async () => {
    const { double, world } = stripe
    const order = await paidBack(stripeCardNumbers.refundPending)
    expect((await refundOf(order)).status).toBe('pending')
    double.concludeRefund(atStripe()?.id ?? '', 'succeeded')
    expect(await double.deliver(world.address)).toEqual([['refund.updated', 200]])
    expect((await refundOf(order)).status).toBe('succeeded')
  })

  test('that the buyer’s bank returns goes back to the seller’s balance, and can be made again', async () => {
    const { double, world, run, stage } = stripe
    const order = await paidBack(stripeCardNumbers.refundFails)
    expect((await refundOf(order)).status).toBe('succeeded')
    double.concludeRefund(atStripe()?.id ?? '', 'failed')
    const [failed] = double.store.events
    expect(await double.deliver(world.address)).toEqual([['refund.failed', 200]])
    double.store.events.push(failed as NonNullable<typeof failed>)
    await double.deliver(world.address)
    expect((await refundOf(order)).status).toBe('failed')
    const pending = sql`select sum(case when to_book = 'pending' then amount else -amount end)::int as held
      from transfers where order_id = ${order} and 'pending' in (from_book, to_book)`
    expect(await run(pending)).toEqual([{ held: 2050 }])
    const again = await stage.as.olga.post(`${stage.ours}/orders/${order}/refunds`, { amount: 2050 })
    expect(again.status).toBe(201)
  })

  test('that was already made by hand at Stripe fails and is logged for the operator', async () => {
    const { order } = await stripe.buys(good)
    const intent = stripe.intentsOf(order)[0]
    Object.assign(intent ?? {}, { amount: 50 })
    await stripe.stage.as.olga.post(`${stripe.stage.ours}/orders/${order}/refunds`, { amount: 2050 })
    expect((await refundOf(order)).status).toBe('failed')
    expect(said.mock.calls[0]?.[0]).toMatch(/^refund: /)
  })
})
