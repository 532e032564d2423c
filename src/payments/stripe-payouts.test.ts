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
import { password } from '../../cast/people.ts'
import { arrives } from '../../test/money.ts'
import { card, type House, openHouse } from '../../test/stripe/house.ts'
import { secret } from '../../test/world.ts'
import { settlePayout } from '../payouts/settling.ts'

/* Olga has what Maison Ours earned sent to her bank, through a connected account at Stripe. */
let house: House
let said: MockInstance
beforeAll(async () => {
  house = await openHouse({ FEE_PERCENT: '0' })
  const good = await house.connects(card.good)
  for (const _ of [1, 2])
    await arrives(house.world.database, house.stage.own.olga, (await house.buys(good)).order)
  await details(iban)
})
afterAll(() => house.close())
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => said.mockRestore())

const iban = { kind: 'iban', holder: 'Olga Ours', iban: 'DE89 3704 0044 0532 0130 00', password }
const us = { kind: 'us', holder: 'Olga Ours', routing: '110000000', account: '000123456789', password }
const payouts = () => `${house.stage.ours}/payouts`
const pays = async (amount: number) => (await house.stage.as.olga.post(payouts(), { amount })).body
const statusOf = async (id: string) =>
  (await house.stage.as.olga.get(payouts())).body.items.find((one: { id: string }) => one.id === id).status
const available = async () => (await house.stage.as.olga.get(`${payouts()}/balance`)).body.available
const atStripe = () => [...house.double.store.payouts.values()].at(-1)
const details = (given: object) => house.stage.as.olga.post(`${house.stage.ours}/payout-details`, given)
const tells = async (status: 'paid' | 'failed') => {
  house.double.store.events.splice(0)
  house.double.concludePayout(atStripe()?.id ?? '', status)
  expect(await house.double.deliver(house.world.address)).toEqual([[`payout.${status}`, 200]])
}

describe('a payout', () => {
  test('of an account that has not proven to Stripe who it is fails, and its amount is available again', async () => {
    house.double.store.proven = false
    const before = await available()
    const { status } = await pays(1000)
    expect([status, await available()]).toEqual(['failed', before])
    expect(said.mock.calls[0]?.[0]).toContain('transfers')
    for (const account of house.double.store.accounts.values()) account.capabilities.transfers = 'active'
  })

  test('goes to the seller’s own connected account and from there to their bank; it is paid when Stripe tells', async () => {
    const { store } = house.double
    const { id, status } = await pays(1000)
    expect(status).toBe('started')
    const [account] = [...store.accounts.values()]
    expect([store.accounts.size, account?.metadata]).toEqual([1, { account: house.stage.own.olga }])
    const bank = store.banks.get(atStripe()?.destination ?? '')
    expect(bank).toMatchObject({ country: 'DE', currency: 'eur', account_holder_name: 'Olga Ours' })
    expect(store.numbers.get(bank?.id ?? '')).toBe('DE89370400440532013000')
    expect([...store.transfers.values()]).toMatchObject([{ amount: 1000, destination: account?.id }])
    expect((await details(us)).body.code).toBe('payout_under_way')
    await tells('paid')
    expect(await statusOf(id)).toBe('paid')
  })

  test('of which nothing was heard is made once, even after Stripe forgot the keys', async () => {
    const { double, till, stage } = house
    const { payouts, transfers } = double.store
    const made = () =>
      [transfers, payouts].map((all) => [...all.values()].filter(({ amount }) => amount === 500).length)
    const settle = async (payout: string) => {
      double.forget()
      await settlePayout({ ...till, secrets: [secret] }, { account: stage.own.olga, payout })
    }
    const { id, status } = await double.during('deaf', () => pays(500))
    expect([status, made()]).toEqual(['started', [1, 0]])
    await expect(double.during('deaf', () => settle(id))).rejects.toThrow('connection')
    await settle(id)
    expect(made()).toEqual([1, 1])
    await tells('paid')
    expect(await statusOf(id)).toBe('paid')
  })

  test('that the bank sends back, days after it was paid, is taken back and available again', async () => {
    await details(us)
    const { store } = house.double
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

  test('that Stripe’s own balance does not cover fails at once', async () => {
    const { balances } = house.double.store
    const platform = balances.get('platform') ?? 0
    balances.set('platform', 10)
    expect((await pays(600)).status).toBe('failed')
    balances.set('platform', platform)
  })
})
