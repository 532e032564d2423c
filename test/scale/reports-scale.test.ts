import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, signUpByApi } from '../../cast/api-client.ts'
import { cast } from '../../cast/people.ts'
import { sumsByDay } from '../../src/ledger/daily-sums.ts'
import { readBalance } from '../../src/ledger/ledger.ts'
import { listStatement } from '../../src/ledger/statement.ts'
import { topBuyers, topProducts } from '../../src/orders/sale/rankings.ts'
import type { Tx } from '../../src/platform/database/database.ts'
import { enterScope } from '../../src/platform/database/scope.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { createTestDatabase, openWorld } from '../support/test-world.ts'
import { scaleRows } from './fill-tables.ts'

/*
 * An account with many orders and four times as many transfers over two years, and the time that its reports take. The
 * measured times are printed; the limits are far above what an idle machine needs.
 */
const orders = scaleRows

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

/** Orders over two years, of 2,000 products and 5,000 buyers. Every twentieth was cancelled. */
async function fill() {
  await admin.query('begin')
  const { rows } = await admin.query(`select indexname, indexdef from pg_indexes
    where tablename in ('orders', 'order_items', 'transfers') and indexname not like '%pk'`)
  await admin.query(`drop index ${rows.map(({ indexname }) => indexname).join(', ')}`)
  await admin.query(`set local session_replication_role = 'replica'`)
  await admin.query(`
    create temporary table sold as select n, 'ord_' || lpad(n::text, 26, '0') as id, now() - n * interval '${1_000_000 / orders} minutes' as at
      from generate_series(1, ${orders}) n;
    insert into orders (account_id, buyer_id, id, buyer_name, status, currency, items_total, shipping, total, weight_grams,
        method, person_id, person_name, search, created_at, paid_at)
      select '${account}', 'acc_buyer' || n % 5000, id, 'Buyer ' || n % 5000,
        case when n % 20 = 0 then 'cancelled' when n < 500 then 'pending_fulfillment' else 'completed' end,
        'EUR', 2000, 500, 2500, 300, 'Visa', 'per_x', 'X', '', at, at from sold;
    insert into order_items (account_id, buyer_id, order_id, position, product_id, title, sku, price, quantity)
      select '${account}', 'acc_buyer' || n % 5000, id, position, 'prd_' || (n + position * 7) % 2000,
        'Product ' || (n + position * 7) % 2000, '', 1000, 1 + n % 3
      from sold, generate_series(0, n % 2) position;
    insert into transfers (account_id, id, kind, from_book, to_book, amount, currency, order_id, cause_id, created_at)
      select '${account}', 'trf_' || kind || back || n, kind, taken, given, amount, 'EUR', id, cause || id, at
      from sold, (values
        ('sale', 'processor', 'pending', 2500, '', '', 1), ('fee', 'pending', 'platform', 160, '', '', 1),
        ('release', 'pending', 'available', 2340, '', '', 1), ('label', 'available', 'carrier', 400, 'shp', '', 2),
        ('label', 'available', 'carrier', 100, 'ins', 'i', 10), ('refund', 'available', 'processor', 625, 'ref', '', 5),
        ('fee', 'platform', 'available', 40, 'ref', 'b', 5)) as moved (kind, taken, given, amount, cause, back, every)
      where n % every = 0`)
  for (const { indexdef } of rows) await admin.query(indexdef)
  await admin.query('commit')
  await admin.query('vacuum analyze orders, order_items, transfers')
}

/** The fastest of five answers, in milliseconds, so that other load on the machine is not measured. */
async function measured(path: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    const begun = performance.now()
    const answer = await olga.get(`/accounts/${account}${path}`)
    times.push(performance.now() - begun)
    expect([path, answer.status]).toEqual([path, 200])
  }
  return Math.min(...times)
}

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
const month = `from=${day(30)}&to=${day(0)}&zone=Europe/Paris`

const asked = {
  'the sales of a month': `/reports/sales?${month}`,
  'the sales of all days': '/reports/sales?zone=Europe/Paris',
  'the products of a month': `/reports/products?${month}`,
  'the products of all days': '/reports/products',
  'the buyers of a month': `/reports/buyers?${month}`,
  'the buyers of all days': '/reports/buyers',
  'the balance': '/ledger/balance',
  'the first page of the ledger': '/ledger',
  'a page of it a year ago': `/ledger?to=${day(365)}`,
  'a kind of its lines': '/ledger?kind=refund',
  'a kind that it does not hold': '/ledger?kind=payout',
  'that kind in a month': `/ledger?kind=payout&${month}`,
}

test('every report takes well under a second', async () => {
  const { rows } = await admin.query('select count(*)::int from transfers')
  expect(rows[0].count).toBeGreaterThanOrEqual(4 * orders)
  const times: string[] = []
  const slow: string[] = []
  for (const [what, path] of Object.entries(asked)) {
    const ms = await measured(path)
    times.push(`${ms.toFixed(1).padStart(7)} ms  ${what}`)
    if (ms > 900) slow.push(what)
  }
  console.log(`Of ${orders} orders and ${rows[0].count} transfers:\n${times.join('\n')}`)
  expect(slow).toEqual([])
})

/** The database's plans for the queries of a verb, as a member of the account. */
async function plansOf(work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const plans: string[] = []
  const hear = ({ message = '' }) => plans.push(message)
  admin.on('notice', hear)
  await admin.query(
    `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_level = 'notice'`,
  )
  await drizzle(admin).transaction(async (tx) => {
    const mine = Object.assign(tx, { now: new Date(), enqueue: async () => undefined })
    await enterScope(mine, { as: 'account', account, person: 'per_x' })
    await work(mine)
  })
  await admin.query('set auto_explain.log_min_duration = -1')
  admin.off('notice', hear)
  return plans.join('\n')
}

const period = { from: day(30), to: day(0), zone: 'Europe/Paris' }
const filter = { zone: 'UTC' }

test.each<[string, string, string, (tx: Tx) => Promise<unknown>]>([
  ['the sales of a month', 'transfers', 'day', (tx) => sumsByDay(tx, account, period)],
  ['the sales of all days', 'transfers', 'day', (tx) => sumsByDay(tx, account, filter)],
  ['the products of a month', 'orders', 'paid', (tx) => topProducts(tx, account, period, undefined, 25)],
  ['the buyers of a month', 'orders', 'paid', (tx) => topBuyers(tx, account, period, undefined, 25)],
  ['the balance', 'transfers', '(from|to)', (tx) => readBalance(tx, account)],
  ['the ledger', 'transfers', 'day', (tx) => listStatement(tx, { account }, filter)],
  [
    'a kind of its lines',
    'transfers',
    'kind',
    (tx) => listStatement(tx, { account }, { ...filter, kind: 'payout' }),
  ],
])('an index finds %s', async (_, table, index, work) => {
  const plans = await plansOf(work)
  expect(plans).toMatch(new RegExp(`(using|on) ${table}_${index} `))
  expect(plans).not.toContain(`Seq Scan on ${table}`)
})
