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
import { castPassword } from '../../cast/people.ts'
import { completeOrder } from '../../test/support/money-fixtures.ts'
import {
  openStripeWorld,
  type StripeWorld,
  stripeCardNumbers,
} from '../../test/support/stripe/stripe-world.ts'
import { testSecret } from '../../test/support/test-environment.ts'
import { settlePayout } from '../payouts/payout-settlement.ts'

/* Olga has the earnings of Maison Ours sent to her bank, through a connected account at Stripe. */
let stripe: StripeWorld
let said: MockInstance
beforeAll(async () => {
  stripe = await openStripeWorld({ FEE_PERCENT: '0' })
  const good = await stripe.connects(stripeCardNumbers.good)
  for (const _ of [1, 2])
    await completeOrder(stripe.world.database, stripe.stage.own.olga, (await stripe.buys(good)).order)
  await details(iban)
})
afterAll(() => stripe.close())
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => said.mockRestore())

const iban = {
  kind: 'iban',
  holder: 'Olga Ours',
  iban: 'DE89 3704 0044 0532 0130 00',
  password: castPassword,
}
const us = {
  kind: 'us',
  holder: 'Olga Ours',
  routing: '110000000',
  account: '000123456789',
  password: castPassword,
}
const payouts = () => `${stripe.stage.ours}/payouts`
const pays = async (amount: number) => (await stripe.stage.as.olga.post(payouts(), { amount })).body
const statusOf = async (id: string) =>
  (await stripe.stage.as.olga.get(payouts())).body.items.find((one: { id: string }) => one.id === id).status
const available = async () => (await stripe.stage.as.olga.get(`${payouts()}/balance`)).body.available
const atStripe = () => [...stripe.double.store.payouts.values()].at(-1)
const details = (given: object) => stripe.stage.as.olga.post(`${stripe.stage.ours}/payout-details`, given)
const tells = async (status: 'paid' | 'failed') => {
  stripe.double.store.events.splice(0)
  stripe.double.concludePayout(atStripe()?.id ?? '', status)
  expect(await stripe.double.deliver(stripe.world.address)).toEqual([[`payout.${status}`, 200]])
}

describe('a payout', () => {
  test('of an account that Stripe has not verified fails, and its amount is available again', async () => {
    stripe.double.store.proven = false
    const before = await available()
    const { status } = await pays(1000)
    expect([status, await available()]).toEqual(['failed', before])
    expect(said.mock.calls[0]?.[0]).toContain('transfers')
    for (const account of stripe.double.store.accounts.values()) account.capabilities.transfers = 'active'
  })

  test('goes through the seller’s connected account to their bank, and is paid when Stripe’s event arrives', async () => {
    const { store } = stripe.double
    const { id, status } = await pays(1000)
    expect(status).toBe('started')
    const [account] = [...store.accounts.values()]
    expect([store.accounts.size, account?.metadata]).toEqual([1, { account: stripe.stage.own.olga }])
    const bank = store.banks.get(atStripe()?.destination ?? '')
    expect(bank).toMatchObject({ country: 'DE', currency: 'eur', account_holder_name: 'Olga Ours' })
    expect(store.numbers.get(bank?.id ?? '')).toBe('DE89370400440532013000')
    expect([...store.transfers.values()]).toMatchObject([{ amount: 1000, destination: account?.id }])
    expect((await details(us)).body.code).toBe('payout_under_way')
    await tells('paid')
    expect(await statusOf(id)).toBe('paid')
  })

  test('without an answer is made once, even after Stripe has forgotten the keys', async () => {
    const { double, paymentService, stage } = stripe
    const { payouts, transfers } = double.store
    const made = () =>
      [transfers, payouts].map((all) => [...all.values()].filter(({ amount }) => amount === 500).length)
    const settle = async (payout: string) => {
      double.forget()
      await settlePayout({ ...paymentService, secrets: [testSecret] }, { account: stage.own.olga, payout })
    }
    const { id, status } = await double.during('deaf', () => pays(500))
    expect([status, made()]).toEqual(['started', [1, 0]])
    await expect(double.during('deaf', () => settle(id))).rejects.toThrow('connection')
    await settle(id)
    expect(made()).toEqual([1, 1])
    await tells('paid')
    expect(await statusOf(id)).toBe('paid')
  })

  test('that the bank returns days later is reversed, and its amount is available again', async () => {
    await details(us)
    const { store } = stripe.double
    const before = await available()
    const { id } = await pays(700)
    expect(store.banks.get(atStripe()?.destination ?? '')).toMatchObject({
      country: 'US',
      routing_number: '110000000',
    })
    await tells('paid')
    expect(await available()).toBe(before - 700)
    await tells('failed')
    expect([await statusOf(id), await available()]).toEqual(['failed', before])
    expect([...store.transfers.values()].at(-1)).toMatchObject({ amount: 700, reversed: true })
    expect(store.accounts.size).toBe(1)
  })

  test('that the platform’s balance at Stripe does not cover fails at once', async () => {
    const { balances } = stripe.double.store
    const platform = balances.get('platform') ?? 0
    balances.set('platform', 10)
    expect((await pays(600)).status).toBe('failed')
    balances.set('platform', platform)
  })
})
