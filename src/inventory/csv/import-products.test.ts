import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient } from '../../../cast/api-client.ts'
import { findMemberId, type SignedInCast, seedProducts } from '../../../cast/sign-up-cast.ts'
import { expectRefusal, waitUntilAccessExpired } from '../../../test/support/expect-refusal.ts'
import { openWorldWithCast } from '../../../test/support/test-world.ts'
import { waitForTask } from '../../../test/support/wait-for-task.ts'
import type { RunningServer } from '../../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let products: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  await seedProducts(stage)
  products = `${stage.ours}/products`
  await waitUntilAccessExpired(stage)
})
afterAll(() => world.stop())

const csv = { 'content-type': 'text/csv' }
const preview = async (text: string | Buffer, by: ApiClient = stage.as.theo) =>
  (await by.post(`${products}/imports/preview`, text, csv)).body
const importing = async (text: string | Buffer, by: ApiClient = stage.as.theo) => {
  const started = await by.post(`${products}/imports`, text, csv)
  expect(started.status).toBe(201)
  return waitForTask(stage.as.olga, `${products}/imports/${started.body.id}`)
}
const named = async (title: string) =>
  (await stage.as.olga.get(`${products}?search=${encodeURIComponent(title)}`)).body.items[0]
const movementsOf = async ({ id }: { id: string }) =>
  (await stage.as.olga.get(`${products}/${id}/movements`)).body.items

test('a file of new products does what the preview has shown to Théo', async () => {
  const file = [
    'title,sku,price,quantity,category,condition,weight_grams,status',
    'Bear in a jar,NB-1,12.50,3,Home,new,400,active',
    '"Jar, empty",NB-2,4,,Home,good,,draft',
    'No price,NB-3,,1,,,,',
    'Bad numbers,NB-4,-5,2.5,,broken,,',
    'Bear in a jar,NB-1,12.50,3,Home,new,400,active',
    'Too short',
  ].join('\n')
  const seen = await preview(file)
  expect(seen).toMatchObject({ rows: 6, create: 2, update: 0, unchanged: 0, failed: 4 })
  expect(seen.sample[1]).toEqual({
    row: 2,
    outcome: 'create',
    cells: ['Jar, empty', 'NB-2', '4', '', 'Home', 'good', '', 'draft'],
  })
  const problems = seen.problems.map(({ row, column }: { row: number; column: string }) => [row, column])
  expect(problems).toEqual([
    [3, 'price'],
    [4, 'quantity'],
    [4, 'condition'],
    [5, 'sku'],
    [6, 'row'],
  ])
  expect(await named('NB-1')).toBeUndefined()

  expect(await importing(file)).toMatchObject({
    status: 'finished',
    total: 6,
    done: 2,
    failed: 4,
    by: 'Théo Blanc',
  })
  expect(await named('NB-1')).toMatchObject({ price: 1250, quantity: 3, weightGrams: 400, status: 'active' })
  expect(await named('NB-2')).toMatchObject({ title: 'Jar, empty', price: 400, quantity: 0, status: 'draft' })
  expect(await movementsOf(await named('NB-1'))).toMatchObject([{ quantity: 3, reason: 'initial' }])
})

test('a file of changes finds products by id or SKU, leaves empty cells unchanged, and corrects the stock by a movement', async () => {
  const scarf = await named('scarf')
  expect([scarf.sku, scarf.quantity]).toEqual(['MO-301', 1])
  const file = `id;sku;price;quantity\n${scarf.id};;70,00;4\n;MO-101;99;\n;;1;1\n`
  expect(await preview(file)).toMatchObject({ update: 2, failed: 1 })
  await importing(file)
  expect(await named('scarf')).toMatchObject({
    ...scarf,
    price: 7000,
    quantity: 4,
    sku: '',
    updatedAt: expect.anything(),
  })
  const [latest] = await movementsOf(scarf)
  expect(latest).toMatchObject({ quantity: 3, reason: 'correction', by: 'Théo Blanc' })
  const jacket = await named('jacket')
  expect([jacket.price, jacket.quantity, jacket.sku]).toEqual([9900, 6, 'MO-101'])
})

test('a row that is refused half-way leaves nothing behind, and the other rows are imported', async () => {
  const { olga } = stage.as
  const [shirt, belt] = [await named('shirt'), await named('belt')]
  await olga.post(`${products}/${shirt.id}/archive`)
  const file = `id,title,price,status\n${shirt.id},Linen shirt in blue,1,archived\n${belt.id},Belt,33,archived\nprd_none,X,1,\n`
  expect(await preview(file)).toMatchObject({ update: 1, failed: 2 })
  const task = await importing(file)
  expect(task).toMatchObject({ done: 1, failed: 2 })
  expect(task.problems.map(({ row }: { row: number }) => row)).toEqual([1, 3])
  expect((await olga.get(`${products}/${shirt.id}`)).body.title).toBe(shirt.title)
  expect((await olga.get(`${products}/${belt.id}`)).body).toMatchObject({
    title: 'Belt',
    price: 3300,
    status: 'archived',
  })
  await importing(`id,title,status\n${shirt.id},Linen shirt in blue,active\n`)
  expect((await olga.get(`${products}/${shirt.id}`)).body).toMatchObject({
    title: 'Linen shirt in blue',
    status: 'active',
  })
})

describe('a file that cannot be read is refused with the reason:', () => {
  const head = 'title,price\n'
  test.each([
    ['nothing', '', '422 empty_file'],
    ['nothing but a byte order mark', '\uFEFF', '422 empty_file'],
    ['nothing but column names', head, '422 empty_file'],
    ['a quotation mark that is never closed', `${head}"Jar,1\nBear,2\n`, '422 quote_not_closed'],
    ['a quotation mark within a word', `${head}Ja"r,1\n`, '422 not_csv'],
    ['Latin-1', Buffer.from(`${head}Écharpe,1\n`, 'latin1'), '422 wrong_encoding'],
    ['a spreadsheet’s own format', Buffer.from('504b0304ff00ff', 'hex'), '422 wrong_encoding'],
    ['UTF-16 without a byte order mark', Buffer.from(`${head}Jar,1`, 'utf16le'), '422 wrong_encoding'],
    ['no column names', 'Jar,1\nBear,2\n', '422 unknown_columns'],
    ['column names that we do not know', 'titre,prix\nÉcharpe,1\n', '422 unknown_columns'],
    ['a column name twice', 'title,price,title\nJar,1,Jar\n', '422 unknown_columns'],
    ['no price', 'title,quantity\nJar,1\n', '422 missing_columns'],
    ['50,001 rows', head + 'Jar,1\n'.repeat(50_001), '422 too_many_rows'],
    ['21 MB', head + 'x'.repeat(21_000_000), '413 too_large'],
  ])('%s', async (_, body, answer) => {
    const url = `${products}/imports`
    for (const path of [url, `${url}/preview`])
      expect((await expectRefusal(world, stage.as.theo, { url: path, body, headers: csv })).answer).toBe(
        answer,
      )
  })

  test('the line in the error is the one where the unclosed quotation mark is opened', async () => {
    const { detail } = await preview('title,price\nJar,1\n"Bear,2\nScarf,3\n')
    expect(detail).toContain('line 3')
  })
})

test('a file of 50,000 rows is previewed and started within seconds, shows its progress, and can be stopped', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, number) => `Postcard ${number},PC-${number},1.00,${number % 5}`,
  )
  const file = `title,sku,price,quantity\n${rows.join('\n')}`
  expect(await preview(file)).toMatchObject({ rows: 50_000, create: 50_000, failed: 0 })
  const { status, body } = await stage.as.theo.post(`${products}/imports`, file, csv)
  expect([status, body.total]).toEqual([201, 50_000])
  const path = `${products}/imports/${body.id}`
  expect((await stage.as.olga.post(`${products}/imports`, 'title,price\nJar,1\n', csv)).body.code).toBe(
    'task_running',
  )
  await expect
    .poll(async () => (await stage.as.theo.get(path)).body.done, { timeout: 30_000 })
    .toBeGreaterThan(0)
  await stage.as.theo.post(`${path}/stop`)
  const ended = await waitForTask(stage.as.theo, path)
  expect(ended).toMatchObject({ status: 'stopped', failed: 0 })
  expect(ended.done).toBeLessThan(50_000)
  const made = (await stage.as.olga.get(`${products}.csv?search=PC-`)).body.split('\n').length - 2
  expect(made).toBe(ended.done)
})

test('an import stops when its member is removed', async () => {
  const rows = Array.from({ length: 3000 }, (_, number) => `Stamp ${number},1.00`)
  const { body } = await stage.as.theo.post(`${products}/imports`, `title,price\n${rows.join('\n')}`, csv)
  const path = `${products}/imports/${body.id}`
  await expect
    .poll(async () => (await stage.as.olga.get(path)).body.done, { timeout: 30_000 })
    .toBeGreaterThan(0)
  const theo = await findMemberId(stage.as.olga, stage.ours, 'Théo Blanc')
  expect((await stage.as.olga.delete(`${stage.ours}/members/${theo}`)).status).toBe(200)
  const at = (await stage.as.olga.get(path)).body.done
  const ended = await waitForTask(stage.as.olga, path)
  expect(ended).toMatchObject({ status: 'stopped', done: at })
  expect(at).toBeLessThan(3000)
})
