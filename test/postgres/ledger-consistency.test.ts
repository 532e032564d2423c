import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { queryRows } from '../../src/platform/database/database.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { type SeededBuyer, seedBuyers } from '../support/seed-buyers.ts'
import { createTestDatabase, openWorldWithCast } from '../support/test-world.ts'
import {
  arbitraryShopAct,
  performShopAct,
  type ShopAct,
  type ShopActSetting,
} from './support/random-shop-acts.ts'
import { slowRaceCount, stopExpectingNoDeadlock } from './support/run-races.ts'
import { ShopModel } from './support/shop-model.ts'

/*
 * Random acts, many at the same time, on a real PostgreSQL. The shop and its books must always be what the
 * acknowledged acts add up to.
 */
let url: string
let world: RunningServer
let stage: SignedInCast
let buyers: SeededBuyer[]
beforeAll(async () => {
  url = await createTestDatabase('cast')
  ;({ world, stage } = await openWorldWithCast({ DATABASE_URL: url, INVITATIONS_PER_DAY: '100000' }))
  buyers = await seedBuyers(world, 12)
  // Two buyers whose cards are declined when they are charged.
  await world.database.db.execute(
    sql`update payment_methods set ref = 'sandbox_declined' where account_id in ('acc_crowd11', 'acc_crowd12')`,
  )
  const iban = {
    password: castPassword,
    kind: 'iban',
    holder: 'Olga Ours',
    iban: 'FR7630006000011234567890189',
  }
  expect((await stage.as.olga.post(`${stage.ours}/payout-details`, iban)).status).toBe(200)
})
afterAll(() => stopExpectingNoDeadlock(world, url))

/** The number of acts in a run, of runs, and of acts at the same time. */
const [acts, runs, atOnce] = [200, Math.max(4, slowRaceCount), 8]

async function play(setting: ShopActSetting, plan: ShopAct[]) {
  const rest = plan.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const act of rest) await performShopAct(setting, act)
    }),
  )
}

const found = <T>(statement: ReturnType<typeof sql>) => queryRows<T>(world.database.db, statement)

test(`${runs * acts} random acts leave the shop and its books as the acknowledged ones make them`, async () => {
  const model = new ShopModel()
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryShopAct, { minLength: acts, maxLength: acts }), async (plan) => {
      const products = await Promise.all([3, 8, 20, 50].map((quantity) => onSale(model, quantity)))
      await play({ stage, buyers, products, model }, plan)
      await compare(model)
    }),
    { numRuns: runs, endOnFailure: true },
  )
  // Checks that every act was tried, and succeeded at least once.
  for (const what of ['buy', 'ask', 'answer', 'refund', 'ship', 'payOut', 'remove'])
    expect(model.seen.get(`${what}: done`), what).toBeGreaterThan(0)
  for (const refusal of [
    'buy: sold_out',
    'buy: payment_declined',
    'refund: refund_too_high',
    'answer: forbidden',
  ])
    expect(model.seen.get(refusal), refusal).toBeGreaterThan(0)
}, 600_000)

async function onSale(model: ShopModel, quantity: number): Promise<string> {
  const product = { title: 'Ceramic bear', price: 700 + quantity, quantity, weightGrams: 200 }
  const { body } = await stage.as.olga.post(`${stage.ours}/products`, product)
  model.stocked(body.id, quantity)
  return body.id
}

async function compare(model: ShopModel) {
  const stock = await found<{ id: string; stock: number; moved: number }>(sql`
    select id, quantity as stock, (select sum(quantity)::int from stock_movements m where m.product_id = p.id) as moved
    from products p where account_id = ${stage.own.olga}`)
  expect(Object.fromEntries(stock.map(({ id, stock }) => [id, stock]))).toEqual(
    Object.fromEntries(model.stock),
  )
  expect(stock.filter(({ stock, moved }) => stock !== moved || stock < 0)).toEqual([])

  // Everything that the provider charged belongs to a purchased order, and was refunded as often as acknowledged.
  const bank = await found<{ order: string; charged: number; refunded: number }>(sql`
    select key as order, amount::int as charged,
      (select coalesce(sum(amount), 0)::int from sandbox_bank r where r.of = c.key and r.kind = 'refund') as refunded
    from sandbox_bank c where kind = 'charge' and status = 'succeeded'`)
  expect(bank.map(({ order }) => order).sort()).toEqual([...model.orders.keys()].sort())
  const refunded = bank.filter(({ refunded }) => refunded > 0)
  expect(Object.fromEntries(refunded.map(({ order, refunded }) => [order, refunded]))).toEqual(
    model.refunds(),
  )
  expect(bank.filter(({ charged, refunded }) => refunded > charged)).toEqual([])

  // Each book is the sum of what went in and out, and all books together are zero.
  const books = await found<{ book: string; held: number }>(sql`
    select book, sum(amount)::int as held from (
      select to_book as book, amount from transfers union all select from_book, -amount from transfers) postings
    group by book`)
  const held = Object.fromEntries(books.map(({ book, held }) => [book, held]))
  expect(Object.values(held).reduce((sum, each) => sum + each, 0)).toBe(0)
  expect((held.pending ?? 0) + (held.available ?? 0)).toBe(model.balance())
  const { body } = await stage.as.olga.get(`${stage.ours}/payouts/balance`)
  expect([body.pending, body.available]).toEqual([held.pending ?? 0, held.available ?? 0])
  const paid = bank.reduce((sum, { charged, refunded }) => sum + charged - refunded, 0)
  expect(-(held.processor ?? 0)).toBe(paid)
}
