import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { firstRow, type SeededBuyer, seedBuyers } from '../support/seed-buyers.ts'
import { createTestDatabase, openWorldWithCast } from '../support/test-world.ts'
import {
  repeatRace,
  runBothAtOnce,
  runConcurrently,
  slowRaceCount,
  stopExpectingNoDeadlock,
} from './support/run-races.ts'

/* Many buyers at the same time, on a real PostgreSQL. */
let url: string
let world: RunningServer
let stage: SignedInCast
let buyers: SeededBuyer[]
beforeAll(async () => {
  url = await createTestDatabase('cast')
  ;({ world, stage } = await openWorldWithCast({ DATABASE_URL: url }))
  buyers = await seedBuyers(world, 50)
})
afterAll(() => stopExpectingNoDeadlock(world, url))

async function onSale(quantity: number): Promise<string> {
  const product = { title: 'Silk scarf', price: 6400, quantity }
  return (await stage.as.olga.post(`${stage.ours}/products`, product)).body.id
}
const basket = (...products: string[]) => ({
  seller: stage.own.olga,
  items: products.map((product) => ({ product, quantity: 1 })),
})
const inStock = (product: string) =>
  firstRow<{ stock: number; sum: number }>(
    world,
    sql`select quantity as stock, (select sum(quantity)::int from stock_movements m where m.product_id = p.id) as sum
      from products p where id = ${product}`,
  )

describe('the last item', () => {
  test('50 buyers compete for 10 pieces: ten buy one, and forty are told that it is sold out', () =>
    repeatRace(async () => {
      const scarf = await onSale(10)
      const answers = await Promise.all(
        buyers.map(({ client, path }) => client.post(`${path}/purchases`, basket(scarf))),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
      expect(answers.filter(({ body }) => body.code === 'sold_out')).toHaveLength(40)
      expect(await inStock(scarf)).toEqual({ stock: 0, sum: 0 })
      const paid = await firstRow<{ count: number }>(
        world,
        sql`select count(*)::int as count from order_items i join orders o on o.id = i.order_id
          where i.product_id = ${scarf} and o.status = 'pending_fulfillment'`,
      )
      expect(paid.count).toBe(10)
    }, slowRaceCount))

  test('carts with the same products in a different order never deadlock', () =>
    repeatRace(async () => {
      const [one, other] = [await onSale(20), await onSale(20)]
      const answers = await runConcurrently(20, (n) => {
        const { client, path } = buyers[n] as SeededBuyer
        return client.post(`${path}/purchases`, n % 2 ? basket(one, other) : basket(other, one))
      })
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
      expect([await inStock(one), await inStock(other)]).toEqual([
        { stock: 0, sum: 0 },
        { stock: 0, sum: 0 },
      ])
    }, slowRaceCount))

  test('one key sent eight times at once buys once', () =>
    repeatRace(async (race) => {
      const scarf = await onSale(8)
      const { client, path } = buyers[0] as SeededBuyer
      const answers = await runConcurrently(8, () =>
        client.post(`${path}/purchases`, basket(scarf), { 'idempotency-key': `race-${race}` }),
      )
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
      expect((await inStock(scarf)).stock).toBe(7)
    }))
})

describe('an order', () => {
  test('is cancelled or refunded once if two members decide at the same moment', () =>
    repeatRace(async () => {
      const { as, ours } = stage
      const scarf = await onSale(1)
      const { client, path } = buyers[1] as SeededBuyer
      const { id } = (await client.post(`${path}/purchases`, basket(scarf))).body
      await client.post(`${path}/purchases/${id}/cancellation`, { reason: 'Too small' })
      const { items } = (await as.olga.get(`${ours}/cancellations`)).body
      const request = items.find(({ order }: { order: string }) => order === id).id

      const answers = await Promise.all([
        as.olga.post(`${ours}/cancellations/${request}/accept`),
        as.marc.post(`${ours}/cancellations/${request}/accept`),
        as.selma.post(`${ours}/cancellations/${request}/decline`),
      ])

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      const accepted = answers[2].status !== 200
      expect(
        await firstRow(
          world,
          sql`select coalesce(sum(amount), 0)::int as refunded, count(*)::int as refunds from refunds where order_id = ${id}`,
        ),
      ).toEqual(accepted ? { refunded: 6850, refunds: 1 } : { refunded: 0, refunds: 0 })
      expect((await inStock(scarf)).stock).toBe(accepted ? 1 : 0)
    }))

  test('either gets a label or a cancellation request, and never both', () =>
    repeatRace(async (race) => {
      const { as, ours } = stage
      const scarf = await onSale(1)
      const { client, path } = buyers[2 + (race % 40)] as SeededBuyer
      const { id } = (await client.post(`${path}/purchases`, basket(scarf))).body
      const row = await firstRow<{ shipmentId: string }>(
        world,
        sql`select shipment_id as "shipmentId" from orders where id = ${id}`,
      )
      const shipment = `${ours}/shipments/${row.shipmentId}`
      await as.theo.patch(shipment, { weightGrams: 300 })

      const [labelled, asked] = await runBothAtOnce(
        race,
        () => as.theo.post(`${shipment}/label`),
        () => client.post(`${path}/purchases/${id}/cancellation`, { reason: 'Too late' }),
      )

      expect([labelled, asked].map(({ status, body }) => (status < 300 ? 'done' : body.code)).sort()).toEqual(
        labelled.status < 300 ? ['done', 'too_late_to_cancel'] : ['cancellation_open', 'done'],
      )
    }))
})
