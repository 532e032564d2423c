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
import { card, type House, openHouse } from '../../test/stripe/house.ts'
import { key } from '../../test/stripe/server.ts'
import { orLater, settleAll, settleCharge } from '../orders/settling.ts'
import type { Charge } from './provider.ts'

/* What becomes of money when Stripe is not heard, and when it goes back. */
let house: House
let good: string
let said: MockInstance
beforeAll(async () => {
  house = await openHouse({ FEE_PERCENT: '0' })
  good = await house.connects(card.good)
})
afterAll(() => house.close())
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => said.mockRestore())

describe('when Stripe is not heard', () => {
  test.each([
    ['is away', 'away'],
    ['breaks the connection', 'reset'],
    ['is asked too often', 'limited'],
    ['has the key in use', 'busy'],
  ] as const)('since it %s, the purchase is pending, and settled later', async (_, weather) => {
    const { double, buys, statusOf, intentsOf, minuteLater, till } = house
    const { status, body, order } = await double.during(weather, () => buys(good))
    expect([status, body.status, intentsOf(order)]).toEqual([201, 'pending', []])
    await minuteLater(order)
    await settleAll(till)
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending_fulfillment', 1])
  })

  test('but has charged, it is not charged again', async () => {
    const { double, buys, statusOf, intentsOf, minuteLater, till } = house
    const { order } = await double.during('deaf', () => buys(good))
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending', 1])
    await minuteLater(order)
    await Promise.all([settleAll(till), settleAll(till)])
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending_fulfillment', 1])
  })

  test('but has charged, that is found half an hour later, and not given up', async () => {
    const { double, buys, statusOf, intentsOf, halfAnHourLater, till } = house
    const { order } = await double.during('deaf', () => buys(good))
    await halfAnHourLater(order)
    await settleAll(till)
    expect([await statusOf(order), intentsOf(order).length]).toEqual(['pending_fulfillment', 1])
  })

  test('what was given up is not charged by a request that arrives after all', async () => {
    const { stage, double, buys, statusOf, intentsOf, halfAnHourLater, till, run } = house
    const { order, left } = await double.during('reset', () => buys(good))
    await halfAnHourLater(order)
    await settleAll(till)
    expect([await statusOf(order), await left()]).toEqual(['failed', 1])
    const [row] = await run<{ method: string }>(
      sql`select method_ref as method from charges where order_id = ${order}`,
    )
    const [seller, buyer, method] = [stage.own.olga, stage.own.rita, row?.method ?? '']
    const late: Charge = {
      key: order,
      seller,
      buyer,
      amount: 2050,
      currency: 'EUR',
      method,
      since: new Date(),
    }
    await expect(till.provider.charge(late)).rejects.toThrow('same parameters')
    expect(intentsOf(order)).toMatchObject([{ status: 'canceled' }])
  })

  test('a card of the sandbox’s is declined, and what it left pending is given up', async () => {
    const { till, double } = house
    const before = double.requests.length
    const charge: Charge = {
      key: 'ord_old',
      seller: 'acc_1',
      buyer: 'acc_2',
      amount: 100,
      currency: 'EUR',
      method: 'sandbox_ok',
      since: new Date(),
    }
    expect(await till.provider.charge(charge)).toEqual({ status: 'declined', reason: 'card_declined' })
    expect(await till.provider.find(charge, 'ord_old')).toBeUndefined()
    expect(await till.provider.cancel(charge, null)).toEqual({ status: 'declined', reason: 'not_confirmed' })
    expect(double.requests.length).toBe(before)
  })

  test('the key is sent to Stripe and said nowhere else', async () => {
    const { stage, buys, double, till, tillWith, statusOf } = house
    const { body, order } = await double.during('away', () => buys(good))
    const ref = { seller: stage.own.olga, order }
    await orLater(settleCharge(tillWith(`${key}wrong`), ref))
    expect(said.mock.calls.length).toBe(2)
    expect(said.mock.calls[1]?.[0]).toContain('Invalid API Key')
    expect(JSON.stringify([said.mock.calls, body])).not.toContain(key)
    await settleCharge(till, ref)
    expect(await statusOf(order)).toBe('pending_fulfillment')
  })
})

describe('a refund', () => {
  const refundOf = async (order: string) =>
    (await house.stage.as.olga.get(`${house.stage.ours}/orders/${order}`)).body.refunds[0]
  const atStripe = () => [...house.double.store.refunds.values()].at(-1)
  /** Olga pays back what Rita paid with a card. */
  const paidBack = async (number: string, amount = 2050) => {
    const { order } = await house.buys(await house.connects(number))
    const made = await house.stage.as.olga.post(`${house.stage.ours}/orders/${order}/refunds`, { amount })
    expect(made.status).toBe(201)
    house.double.store.events.splice(0)
    return order
  }

  test('goes back to the card, once, even when it is asked for after Stripe forgot the key', async () => {
    const { double, run, till } = house
    const order = await paidBack(card.good, 500)
    expect((await refundOf(order)).state).toBe('succeeded')
    expect(atStripe()).toMatchObject({ amount: 500, metadata: { seller: house.stage.own.olga } })
    await run(
      sql`update refunds set state = 'pending', created_at = now() - interval '2 days' where order_id = ${order}`,
    )
    double.forget()
    await settleAll(till)
    const of = [...double.store.refunds.values()].filter(
      (one) => one.payment_intent === atStripe()?.payment_intent,
    )
    expect([(await refundOf(order)).state, of.length]).toEqual(['succeeded', 1])
  })

  test('that waits at Stripe is pending here, until Stripe tells', async () => {
    const { double, world } = house
    const order = await paidBack(card.refundPending)
    expect((await refundOf(order)).state).toBe('pending')
    double.concludeRefund(atStripe()?.id ?? '', 'succeeded')
    expect(await double.deliver(world.address)).toEqual([['refund.updated', 200]])
    expect((await refundOf(order)).state).toBe('succeeded')
  })

  test('that the buyer’s bank sends back is the seller’s again, and can be tried again', async () => {
    const { double, world, run, stage } = house
    const order = await paidBack(card.refundFails)
    expect((await refundOf(order)).state).toBe('succeeded')
    double.concludeRefund(atStripe()?.id ?? '', 'failed')
    const [failed] = double.store.events
    expect(await double.deliver(world.address)).toEqual([['refund.failed', 200]])
    double.store.events.push(failed as NonNullable<typeof failed>)
    await double.deliver(world.address)
    expect((await refundOf(order)).state).toBe('failed')
    const pending = sql`select sum(case when to_book = 'pending' then amount else -amount end)::int as held
      from transfers where order_id = ${order} and 'pending' in (from_book, to_book)`
    expect(await run(pending)).toEqual([{ held: 2050 }])
    const again = await stage.as.olga.post(`${stage.ours}/orders/${order}/refunds`, { amount: 2050 })
    expect(again.status).toBe(201)
  })

  test('that was made at Stripe already, by hand, is told to the operator and fails', async () => {
    const { order } = await house.buys(good)
    const intent = house.intentsOf(order)[0]
    Object.assign(intent ?? {}, { amount: 50 })
    await house.stage.as.olga.post(`${house.stage.ours}/orders/${order}/refunds`, { amount: 2050 })
    expect((await refundOf(order)).state).toBe('failed')
    expect(said.mock.calls[0]?.[0]).toMatch(/^refund: /)
  })
})
