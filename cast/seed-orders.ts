import { sql } from 'drizzle-orm'
import type { RunningServer } from '../src/server/start.ts'
import { type ApiClient, bodyOrThrow } from './api-client.ts'
import { addCardAndAddress, castAddresses, connectSandboxCard, sandboxCards } from './cards-and-addresses.ts'
import { drawProductPhoto } from './draw-photos.ts'
import { cast, castPassword } from './people.ts'
import type { SignedInCast } from './sign-up-cast.ts'

type Product = { id: string; title: string; status: string }
type Buyer = { client: ApiClient; path: string }

/** The number of days over which the demo's orders are spread, up to today. */
const days = 28

/** Adds photos to all products, a month of orders in all statuses, and purchases of Maison Ours. */
export async function seedOrders(running: RunningServer, stage: SignedInCast): Promise<void> {
  const { as, own, ours, fox } = stage
  await photograph(as.selma, ours)
  await photograph(as.rita, fox)
  const buyers: Buyer[] = []
  for (const name of ['rita', 'bruno', 'edda', 'selma'] as const) {
    const path = `/accounts/${own[name]}`
    await addCardAndAddress(
      as[name],
      path,
      sandboxCards.good,
      name === 'rita' ? castAddresses.fox : { ...castAddresses.lyon, name: cast[name].name },
    )
    buyers.push({ client: as[name], path })
  }
  const orders = await sell(stage, buyers)
  await letTimePass(running, orders.length)
  await afterwards(stage, buyers, orders)
  await spend(stage)
}

async function photograph(by: ApiClient, account: string) {
  const { items } = (await by.get(`${account}/products`)).body as { items: Product[] }
  for (const { id, title } of items) {
    for (const view of [0, 1]) {
      const photo = await drawProductPhoto(title, view)
      await bodyOrThrow(by.post(`${account}/products/${id}/photos`, photo, { 'content-type': 'image/jpeg' }))
    }
  }
}

/**
 * Sells day by day. What was sold before the last days has been delivered. @returns the orders, the first one first
 */
async function sell({ as, own, ours }: SignedInCast, buyers: Buyer[]): Promise<string[]> {
  const { items } = (await as.selma.get(`${ours}/products?status=active`)).body as { items: Product[] }
  for (const { id } of items)
    await bodyOrThrow(as.theo.post(`${ours}/products/${id}/movements`, { quantity: 30, reason: 'received' }))
  const orders: string[] = []
  for (let number = 0; number < 34; number++) {
    const { client, path } = buyers[(number * 7) % buyers.length] as Buyer
    const wanted = [number * 3, ...(number % 4 === 0 ? [number * 3 + 2] : [])].map(
      (one) => (items[one % items.length] as Product).id,
    )
    const bought = await bodyOrThrow(
      client.post(`${path}/purchases`, {
        seller: own.olga,
        items: wanted.map((product) => ({ product, quantity: 1 + (number % 6 === 5 ? 1 : 0) })),
      }),
    )
    orders.push(bought.id)
    if (number < 26) await ship(as.theo, ours, bought.id, number < 22 ? 'delivered' : 'in_transit')
    else if (number < 28) await ship(as.theo, ours, bought.id, 'label_generated')
  }
  return orders
}

async function ship(by: ApiClient, account: string, order: string, upTo: string) {
  const { shipment } = await bodyOrThrow(by.get(`${account}/orders/${order}`))
  const path = `${account}/shipments/${shipment.id}`
  await bodyOrThrow(by.patch(path, { weightGrams: 650, lengthCm: 30, widthCm: 22, heightCm: 8 }))
  await bodyOrThrow(by.post(`${path}/label`))
  if (upTo === 'label_generated') return
  await bodyOrThrow(by.post(`${path}/packed`, {}))
  for (const status of ['dropped_off', 'in_transit', 'delivered']) {
    await bodyOrThrow(by.post(`${path}/progress`, { status }))
    if (status === upTo) return
  }
}

/** Everything happens within seconds, so the times in the database are moved to the days of the season. */
async function letTimePass({ database }: RunningServer, count: number) {
  await database.db.transaction(async (tx) => {
    // Triggers refuse changes of the ledgers. They are switched off for this transaction.
    await tx.execute(sql`set local session_replication_role = replica`)
    // The last six orders are within today, the others over the days before.
    await tx.execute(sql`create temp table season on commit drop as
      select id, -(case when age < 6 then age * interval '2 hours'
        else interval '1 day' * (1 + (age - 6)::float8 * ${days}::int / ${count}::int) end) as back
      from (select id, ${count}::int - row_number() over (order by id) as age from orders) aged`)
    const moved = sql`from season s where s.id = t.order_id`
    for (const statement of [
      sql`update transfers t set created_at = t.created_at + s.back ${moved}`,
      sql`update order_steps t set created_at = t.created_at + s.back ${moved}`,
      sql`update shipments t set created_at = t.created_at + s.back, delivered_at = t.delivered_at + s.back
        from season s join orders o on o.id = s.id where o.shipment_id = t.id`,
      sql`update orders t set created_at = t.created_at + s.back, paid_at = t.paid_at + s.back,
        closed_at = t.closed_at + s.back from season s where s.id = t.id`,
    ])
      await tx.execute(statement)
  })
}

/**
 * Adds what needs attention today: cancellation requests, one of them with a suggestion; a refund; a payout under
 * way.
 */
async function afterwards({ as, ours }: SignedInCast, buyers: Buyer[], orders: string[]) {
  const bought = async ({ client, path }: Buyer) =>
    ((await client.get(`${path}/purchases?status=pending_fulfillment`)).body.items as { id: string }[]).map(
      ({ id }) => id,
    )
  const reasons = ['I ordered the wrong size.', 'It is a gift, and she has one already.']
  for (const [number, reason] of reasons.entries()) {
    const buyer = buyers[number + 1] as Buyer
    const [order] = await bought(buyer)
    if (order)
      await bodyOrThrow(buyer.client.post(`${buyer.path}/purchases/${order}/cancellation`, { reason }))
  }
  const { items } = (await as.theo.get(`${ours}/cancellations`)).body as { items: { id: string }[] }
  if (items[0])
    await bodyOrThrow(
      as.theo.post(`${ours}/cancellations/${items[0].id}/suggestion`, {
        suggestion: 'accept',
        note: 'Not packed yet.',
      }),
    )
  await bodyOrThrow(
    as.selma.post(`${ours}/orders/${orders[3]}/refunds`, { amount: 500, reason: 'A scratch on it' }),
  )
  await bodyOrThrow(
    as.olga.post(`${ours}/payout-details`, {
      password: castPassword,
      kind: 'iban',
      holder: 'Olga Ours',
      iban: 'FR7630006000011234567890189',
    }),
  )
  await bodyOrThrow(as.olga.post(`${ours}/payouts`, { amount: 40_000 }))
}

/** Maison Ours buys, too: one purchase that its Admin made, and one that waits for the bank. */
async function spend({ as, own, ours, fox }: SignedInCast) {
  const home = { ...castAddresses.lyon, name: 'Maison Ours', line1: '3 place Sathonay' }
  await addCardAndAddress(as.olga, ours, sandboxCards.good, home)
  const method = await connectSandboxCard(as.olga, ours, sandboxCards.confirm)
  const { items } = (await as.rita.get(`${fox}/products?status=active`)).body as { items: Product[] }
  const [one, other] = items as [Product, Product]
  const basket = ({ id }: Product) => ({ seller: own.rita, items: [{ product: id, quantity: 1 }] })
  await bodyOrThrow(as.marc.post(`${ours}/purchases`, basket(one)))
  await bodyOrThrow(as.olga.post(`${ours}/purchases`, { ...basket(other), method }))
  await bodyOrThrow(as.olga.post(`${ours}/cart`, { seller: own.rita, product: one.id, quantity: 2 }))
}
