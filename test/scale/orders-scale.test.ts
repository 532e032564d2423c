import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, signUpByApi } from '../../cast/api-client.ts'
import { cast } from '../../cast/people.ts'
import type { Actor } from '../../src/access/gate.ts'
import { findOrder } from '../../src/orders/order.ts'
import { listOrders } from '../../src/orders/sale/list-orders.ts'
import { listShipments } from '../../src/orders/shipping/list-shipments.ts'
import { scanShipment } from '../../src/orders/shipping/scan-shipment.ts'
import type { Tx } from '../../src/platform/database/database.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { createTestDatabase, openWorld } from '../support/test-world.ts'
import { fillTables, scaleRows } from './fill-tables.ts'
import { measureAnswer } from './measure-answer.ts'

/*
 * An account with many orders, beside another shop's: the answers for a member who ships, and the time they take.
 * The measured times are printed; the limits are far above what an idle machine needs.
 */
const count = scaleRows

let world: RunningServer
let olga: ApiClient
let admin: pg.Client
let account: string
beforeAll(async () => {
  const databaseUrl = await createTestDatabase()
  admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  world = await openWorld({ DATABASE_URL: databaseUrl })
  olga = await signUpByApi(world.app, cast.olga)
  account = (await olga.get('/me')).body.accounts[0].id
  await fill()
})
afterAll(async () => {
  await world.stop()
  await admin.end()
})

/**
 * The latest thousand are to be shipped; the two thousand before have a label; one in twenty was cancelled, one in
 * forty failed.
 */
async function fill() {
  await fillTables(
    admin,
    ['orders', 'order_items', 'order_steps', 'shipments'],
    `
    create temporary table sold as select n, account, lpad(n::text, 26, '0') as id, 'acc_buyer' || n % 5000 as buyer,
        case when n % 20 = 0 then 'cancelled' when n % 40 = 1 then 'failed'
          when n > ${count} - 3000 then 'pending_fulfillment' else 'completed' end as status,
        (array['Wool jacket', 'Linen shirt', 'Leather belt', 'Silk scarf', 'Ceramic bear', 'Brass lamp'])[n % 6 + 1]
          || ' ' || md5(n::text) as title
      from generate_series(1, ${count}) n, unnest(array['${account}', 'acc_other']) account
      where account = '${account}' or n > ${count} - 10000;
    insert into shipments (account_id, buyer_id, id, status, tracking)
      select account, buyer, 'shp_' || id, case when n > ${count} - 1000 then 'created'
        when n > ${count} - 3000 then 'label_generated' else 'delivered' end,
        case when n <= ${count} - 1000 then 'SD' || lpad(n::text, 9, '0') || 'FR' end
      from sold where status in ('pending_fulfillment', 'completed');
    insert into orders (account_id, buyer_id, id, buyer_name, status, currency, items_total, shipping, total, weight_grams,
        method, person_id, person_name, shipment_id, search, paid_at)
      select account, buyer, 'ord_' || id, 'Buyer ' || n % 5000, status, 'EUR', 2000, 500, 2500, 300, 'Visa', 'per_x', 'X',
        case when status in ('pending_fulfillment', 'completed') then 'shp_' || id end,
        lower(right(id, 8) || ' Buyer ' || n % 5000 || ' ' || title || ' SKU-' || n), now() from sold;
    insert into order_items (account_id, buyer_id, order_id, position, product_id, title, sku, price, quantity)
      select account, buyer, 'ord_' || id, 0, 'prd_' || n % 2000, title, 'SKU-' || n, 2000, 1 from sold;
    insert into order_steps (account_id, buyer_id, id, order_id, what, side)
      select account, buyer, 'evt_' || id, 'ord_' || id, 'placed', 'clock' from sold`,
  )
}

const counted: Parameters<typeof measureAnswer>[2] = (body) => body.items?.length ?? (body.shipment ? 1 : 0)

const id = (n: number) => String(n).padStart(26, '0')
/** The number of an order that is delivered. */
const one = count - 22_222
const tracking = `SD${String(one).padStart(9, '0')}FR`
const far = Buffer.from(`ord_${id(400)}`).toString('base64url')

const asked = {
  'the first page': ['/orders', 25],
  'a page far down': [`/orders?after=${far}`, 25],
  'what is to ship': ['/orders?status=to_ship', 25],
  'what is in progress': ['/orders?status=pending_fulfillment', 25],
  'what waits for its payment: nothing': ['/orders?status=pending', 0],
  'what failed': ['/orders?status=failed', 25],
  'a rare word': ['/orders?search=c9f0f895', 1],
  'a common word': ['/orders?search=wool%20jacket', 25],
  'a word that nothing has': ['/orders?search=umbrella', 0],
  'two letters that nothing has': ['/orders?search=xq', 0],
  'a buyer': ['/orders?search=buyer%201234', count / 5000],
  'a code': [`/orders?search=${id(one).slice(-8)}`, 1],
  'a common word in what is to ship': ['/orders?search=wool&status=to_ship', 25],
  'a rare word in what is to ship': ['/orders?search=c9f0f895&status=to_ship', 0],
  'an order': [`/orders/ord_${id(count - 1)}`, 1],
  'the first page of shipments': ['/shipments', 25],
  'shipments with a label': ['/shipments?status=label_generated', 25],
  'shipments in transit: none': ['/shipments?status=in_transit', 0],
  'a part of a tracking number': [`/shipments?search=${tracking.slice(4, 11)}`, 1],
  'shipments of a common word': ['/shipments?search=wool%20jacket', 25],
  'shipments of a rare word': ['/shipments?search=c9f0f895', 1],
  'shipments of a word that nothing has': ['/shipments?search=umbrella', 0],
  'shipments of a common word in transit: none': ['/shipments?search=wool&status=in_transit', 0],
  'a scanned tracking number': [`/shipments/scan?code=${tracking}`, 1],
  'a scanned order': [`/shipments/scan?code=${id(one).slice(-8)}`, 1],
  'a scanned code that nothing has': ['/shipments/scan?code=SD999999999FR', 0],
} as const

test('every answer takes well under a second', async () => {
  const times: string[] = []
  for (const [what, [path, rows]] of Object.entries(asked)) {
    const found = await measureAnswer(olga, `/accounts/${account}${path}`, counted)
    expect.soft([what, found.rows]).toEqual([what, rows])
    expect.soft(found.ms, what).toBeLessThan(500)
    times.push(`${found.ms.toFixed(1).padStart(7)} ms  ${what}`)
  }
  console.log(`An account with ${count} orders answers\n${times.join('\n')}`)
})

/** The database's plans for the queries of a verb, with the row security of an account. */
async function plansOf(act: (db: Tx, actor: Actor) => Promise<unknown>): Promise<string> {
  const statements: [string, unknown[]][] = []
  const logger = { logQuery: (text: string, given: unknown[]) => void statements.push([text, given]) }
  await admin.query('begin')
  await admin.query(
    `select set_config('role', 'stagedoor_account', true), set_config('app.account', $1, true)`,
    [account],
  )
  await act(drizzle(admin, { logger }) as unknown as Tx, { account } as Actor)
  const plans: string[] = []
  for (const [text, given] of statements) {
    const { rows } = await admin.query(`explain ${text}`, given)
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
  }
  await admin.query('rollback')
  return plans.join('\n')
}

const ofOrders = (query: object) => (db: Tx, actor: Actor) => listOrders(db, actor, query)
const ofShipments = (query: object) => (db: Tx, actor: Actor) => listShipments(db, actor, query)

test.each([
  ['the first page', ofOrders({}), 'orders_account_id_id_pk'],
  ['a status', ofOrders({ status: 'failed' }), 'orders_status'],
  ['what is to ship', ofOrders({ status: 'to_ship' }), '(orders|shipments)_status'],
  ['a rare word', ofOrders({ search: 'c9f0f895' }), 'orders_search'],
  ['a word that nothing has', ofOrders({ search: 'umbrella' }), 'orders_search'],
  ['an order', (db: Tx, actor: Actor) => findOrder(db, actor, `ord_${id(count - 1)}`), 'order_steps_order'],
  ['shipments of a status', ofShipments({ status: 'in_transit' }), 'shipments_status'],
  ['a part of a tracking number', ofShipments({ search: tracking.slice(4, 11) }), 'shipments_search'],
  [
    'what is scanned',
    (db: Tx, actor: Actor) => scanShipment(db, actor, { code: tracking }),
    'shipments_tracking',
  ],
])('%s is found by an index', async (_, act, index) => {
  const plans = await plansOf(act)
  expect(plans).toMatch(new RegExp(`Index (Only )?Scan.* (using|on) ${index}`))
  expect(plans).not.toMatch(/Seq Scan on (orders|order_items|order_steps|shipments)/)
})
