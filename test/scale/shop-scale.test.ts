import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { createTestDatabase, openWorld } from '../support/test-world.ts'
import { scaleRows } from './fill-tables.ts'
import { measureAnswer } from './measure-answer.ts'

/*
 * A shop with many products, beside a smaller one: the answers for a visitor, and the time they take. The measured
 * times are printed; the limits are far above what an idle machine needs.
 */
const products = scaleRows
const far = `/shops/warehouse/products`

let world: RunningServer
let visitor: ApiClient
let admin: pg.Client
beforeAll(async () => {
  const databaseUrl = await createTestDatabase()
  admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  await fill()
  world = await openWorld({ DATABASE_URL: databaseUrl })
  visitor = makeApiClient(world.app)
})
afterAll(async () => {
  await world.stop()
  await admin.end()
})

/** Every fiftieth is a draft, every third and thirtieth is archived; one title in six begins alike. */
async function fill() {
  await admin.query('begin')
  await admin.query('drop index products_search')
  await admin.query(`set local session_replication_role = 'replica'`)
  await admin.query(`
    insert into accounts (id, username, name, currency)
      values ('acc_far', 'warehouse', 'Warehouse', 'EUR'), ('acc_other', 'other', 'Other', 'EUR');
    insert into usernames (username, account_id) values ('warehouse', 'acc_far'), ('other', 'acc_other');
    insert into products (account_id, id, title, category, condition, sku, price, quantity, draft, archived_at)
      select account, 'prd_' || lpad(n::text, 10, '0'),
        (array['Wool jacket', 'Linen shirt', 'Leather belt', 'Silk scarf', 'Ceramic bear', 'Brass lamp'])[n % 6 + 1]
          || ' ' || md5(n::text),
        'Category ' || n % 40, (array['new', 'good'])[n % 2 + 1], 'SKU-' || n, 100, n % 13, n % 50 = 0,
        case when n % 33 = 0 then now() end
      from generate_series(1, ${products}) n, unnest(array['acc_far', 'acc_other']) account
      where account = 'acc_far' or n % 5 = 0;
    insert into photos (account_id, id, product_id, position, width, height)
      select account_id, 'pho_' || id, id, 0, 1600, 1200 from products where account_id = 'acc_far' and id like '%1'`)
  await admin.query(`create index products_search on products
    using gin (account_id, (title || ' ' || sku || ' ' || category) gin_trgm_ops)`)
  await admin.query('commit')
  await admin.query('analyze')
}

const counted: Parameters<typeof measureAnswer>[2] = (body) =>
  (body.items ?? body.categories ?? body.photos).length

const asked = {
  'the shop with its categories': ['/shops/warehouse', 40],
  'the first page': [far, 25],
  'a page far down': [`${far}?after=${Buffer.from('prd_0000000500').toString('base64url')}`, 25],
  'a category': [`${far}?category=Category%207`, 25],
  'a condition that nothing has': [`${far}?condition=fair`, 0],
  'a rare word': [`${far}?search=c9f0f895`, 1],
  'a common word': [`${far}?search=wool%20jacket`, 25],
  'a word that nothing has': [`${far}?search=umbrella`, 0],
  'two letters that nothing has': [`${far}?search=xq`, 0],
  'a number of the seller’s own': [`${far}?search=SKU-77`, 0],
  'a word in a category where it is not': [`${far}?search=wool%20jacket&category=Category%203`, 0],
  'a product': ['/shops/warehouse/products/prd_0000000501', 1],
} as const

test('every answer takes well under a second', async () => {
  const times: string[] = []
  for (const [what, [path, rows]] of Object.entries(asked)) {
    const found = await measureAnswer(visitor, path, counted)
    expect([what, found.rows]).toEqual([what, rows])
    expect(found.ms, what).toBeLessThan(500)
    times.push(`${found.ms.toFixed(1).padStart(7)} ms  ${what}`)
  }
  console.log(`A shop with ${products} products answers\n${times.join('\n')}`)
})

/** The database's plans for the statements within the functions. */
async function plansOf(call: string): Promise<string> {
  const plans: string[] = []
  const hear = ({ message = '' }) => plans.push(message)
  admin.on('notice', hear)
  await admin.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_level = 'notice';
    set auto_explain.log_nested_statements = on; ${call}; set auto_explain.log_min_duration = -1`)
  admin.off('notice', hear)
  return plans.join('\n')
}

test.each([
  ['the first page', `null, null, null, null`, 'products_kept'],
  ['a category', `null, 'Category 7', null, null`, 'products_category'],
  ['a rare word', `'%c9f0f895%', null, null, null`, 'products_search'],
  ['a common word', `'%wool jacket%', null, null, null`, 'products_kept'],
  ['a word that nothing has', `'%umbrella%', null, null, null`, 'products_search'],
])('%s is found by an index', async (_, what, index) => {
  const plans = await plansOf(`select * from list_shop_products('acc_far', ${what}, 26)`)
  expect(plans).toMatch(new RegExp(`Index Scan.* (using|on) ${index}`))
  expect(plans).not.toContain('Seq Scan on products')
})

test('the categories are found by an index, one after the other', async () => {
  const plans = await plansOf(`select * from shop_categories('acc_far', 50)`)
  expect(plans.match(/using products_category/g)?.length).toBe(41)
  expect(plans).not.toContain('Seq Scan on products')
})
