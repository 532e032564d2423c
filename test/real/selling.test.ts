import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCast, type Stage } from '../../cast/load.ts'
import type { Running } from '../../src/start.ts'
import { freshDatabase, openWorld } from '../world.ts'
import { type Buyer, crowd, first } from './crowd.ts'
import { against, atOnce, eachRace, endWithoutDeadlock, heavy } from './race.ts'

/* Many buyers at once, on a real PostgreSQL. */
let url: string
let world: Running
let stage: Stage
let buyers: Buyer[]
beforeAll(async () => {
  url = await freshDatabase()
  world = await openWorld({ DATABASE_URL: url })
  stage = await loadCast(world.app)
  buyers = await crowd(world, 50)
})
afterAll(() => endWithoutDeadlock(world, url))

async function onSale(quantity: number): Promise<string> {
  const product = { title: 'Silk scarf', price: 6400, quantity }
  return (await stage.as.olga.post(`${stage.ours}/products`, product)).body.id
}
const basket = (...products: string[]) => ({
  seller: stage.own.olga,
  items: products.map((product) => ({ product, quantity: 1 })),
})
const inStock = (product: string) =>
  first<{ stock: number; sum: number }>(
    world,
    sql`select stock, (select sum(quantity)::int from stock_movements m where m.product_id = p.id) as sum
      from products p where id = ${product}`,
  )

describe('the last item', () => {
  test('50 buyers race for 10: ten have it, forty are told that it is sold out', () =>
    eachRace(async () => {
      const scarf = await onSale(10)
      const answers = await Promise.all(
        buyers.map(({ client, path }) => client.post(`${path}/purchases`, basket(scarf))),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
      expect(answers.filter(({ body }) => body.code === 'sold_out')).toHaveLength(40)
      expect(await inStock(scarf)).toEqual({ stock: 0, sum: 0 })
      const paid = await first<{ count: number }>(
        world,
        sql`select count(*)::int as count from order_items i join orders o on o.id = i.order_id
          where i.product_id = ${scarf} and o.status = 'pending_fulfillment'`,
      )
      expect(paid.count).toBe(10)
    }, heavy))

  test('carts with the same products in another order wait for each other and never for good', () =>
    eachRace(async () => {
      const [one, other] = [await onSale(20), await onSale(20)]
      const answers = await atOnce(20, (n) => {
        const { client, path } = buyers[n] as Buyer
        return client.post(`${path}/purchases`, n % 2 ? basket(one, other) : basket(other, one))
      })
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
      expect([await inStock(one), await inStock(other)]).toEqual([
        { stock: 0, sum: 0 },
        { stock: 0, sum: 0 },
      ])
    }, heavy))

  test('one key sent eight times at once buys once', () =>
    eachRace(async (race) => {
      const scarf = await onSale(8)
      const { client, path } = buyers[0] as Buyer
      const answers = await atOnce(8, () =>
        client.post(`${path}/purchases`, basket(scarf), { 'idempotency-key': `race-${race}` }),
      )
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
      expect((await inStock(scarf)).stock).toBe(7)
    }))
})

describe('an order', () => {
  test('is cancelled or refunded, and its money goes back once: two who decide at the same moment', () =>
    eachRace(async () => {
      const { as, ours } = stage
      const scarf = await onSale(1)
      const { client, path } = buyers[1] as Buyer
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
        await first(
          world,
          sql`select coalesce(sum(amount), 0)::int as refunded, count(*)::int as refunds from refunds where order_id = ${id}`,
        ),
      ).toEqual(accepted ? { refunded: 6850, refunds: 1 } : { refunded: 0, refunds: 0 })
      expect((await inStock(scarf)).stock).toBe(accepted ? 1 : 0)
    }))

  test('is either given a label or asked to be cancelled: never both', () =>
    eachRace(async (race) => {
      const { as, ours } = stage
      const scarf = await onSale(1)
      const { client, path } = buyers[2 + (race % 40)] as Buyer
      const { id } = (await client.post(`${path}/purchases`, basket(scarf))).body
      const { shipment } = await first<{ shipment: string }>(
        world,
        sql`select shipment_id as shipment from orders where id = ${id}`,
      )
      const parcel = `${ours}/shipments/${shipment}`
      await as.theo.patch(parcel, { weightGrams: 300 })

      const [labelled, asked] = await against(
        race,
        () => as.theo.post(`${parcel}/label`),
        () => client.post(`${path}/purchases/${id}/cancellation`, { reason: 'Too late' }),
      )

      expect([labelled, asked].map(({ status, body }) => (status < 300 ? 'done' : body.code)).sort()).toEqual(
        labelled.status < 300 ? ['done', 'too_late_to_cancel'] : ['cancellation_open', 'done'],
      )
    }))
})
