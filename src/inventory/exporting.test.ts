import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../cast/client.ts'
import { loadCast, loadProducts, type Stage } from '../../cast/load.ts'
import { untilEnded } from '../../test/tasks.ts'
import { openWorld } from '../../test/world.ts'
import type { Running } from '../start.ts'

/* What is exported can be imported: it says the same, whatever was written into it. */
let world: Running
let stage: Stage
let products: string
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  await loadProducts(stage)
  products = `${stage.ours}/products`
})
afterAll(() => world.stop())

const csv = { 'content-type': 'text/csv' }
const preview = async (text: string | Buffer, by: Client = stage.as.theo) =>
  (await by.post(`${products}/imports/preview`, text, csv)).body
const importing = async (text: string | Buffer, by: Client = stage.as.theo) => {
  const started = await by.post(`${products}/imports`, text, csv)
  expect(started.status).toBe(201)
  return untilEnded(stage.as.olga, `${products}/imports/${started.body.id}`)
}
const exported = async (query = '', by: Client = stage.as.olga): Promise<string> =>
  (await by.get(`${products}.csv${query}`)).body

test('the same file goes through both and changes nothing', async () => {
  const { olga } = stage.as
  const nasty = [
    '=HYPERLINK("x")',
    "'=1",
    "''@x",
    '-5 °C jacket',
    '+33 6',
    '"quoted", twice',
    'a;b',
    'é\u00A0日本',
  ]
  for (const title of nasty)
    await olga.post(products, {
      title,
      sku: `@${title}`.slice(0, 80),
      description: `${title}\nsecond line\r\nthird, "line"`,
      price: 1,
      quantity: 2,
      condition: 'for_parts',
      sale: 'auction',
      weightGrams: 250,
      draft: title.startsWith('a'),
    })
  const before = await exported()
  expect(before).toContain("'=HYPERLINK")
  expect(before.startsWith('\uFEFFid,sku,title,')).toBe(true)
  const rows = (await preview(before)).rows
  expect(await preview(before)).toMatchObject({ unchanged: rows, problems: [] })
  expect(await importing(before)).toMatchObject({ done: rows, failed: 0 })
  expect(await exported()).toBe(before)
})

test('any texts come back as they were, into another shop, too', async () => {
  const text = (longest: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: longest })
  const starts = fc.constantFrom('', '=', "'=", "''+", '@', '-', '"', "'")
  const products = fc.array(fc.record({ starts, title: text(40), description: text(80) }), {
    minLength: 1,
    maxLength: 8,
  })
  let number = 0
  await fc.assert(
    fc.asyncProperty(products, async (made) => {
      const round = `Round ${++number}`
      const { rita, olga } = stage.as
      for (const { starts, title, description } of made)
        await rita.post(`${stage.fox}/products`, {
          title: starts + title,
          description,
          category: round,
          price: 100,
          quantity: 1,
        })
      const file: string = (await rita.get(`${stage.fox}/products.csv?category=${round}`)).body
      const read = async (by: Client, shop: string) =>
        (await by.get(`${shop}/products?category=${encodeURIComponent(round)}`)).body.items
          .map(({ title, description }: { title: string; description: string }) => `${title}\n${description}`)
          .sort()
      const wanted = await read(rita, stage.fox)
      if (wanted.length === 0) return
      const withoutIds = file.replaceAll(/prd_\w+/g, '').replaceAll('USD', 'EUR')
      expect(await importing(withoutIds, olga)).toMatchObject({ done: wanted.length, failed: 0 })
      expect(await read(olga, stage.ours)).toEqual(wanted)
    }),
    { numRuns: 8 },
  )
})

test('the filter of the list is the file’s, and a Seller of another shop gets none', async () => {
  const drafts = await exported('?status=draft')
  expect(drafts).toContain('Surprise parcel')
  expect(drafts).not.toContain('jacket')
  expect((await stage.as.rita.get(`${products}.csv`)).status).toBe(404)
  expect((await stage.as.rita.post(`${products}/imports`, drafts, csv)).status).toBe(404)
  // Whoever takes it to another shop finds that its ids are nobody's there.
  const theirs = await stage.as.rita.post(`${stage.fox}/products/imports/preview`, drafts, csv)
  expect(theirs.body).toMatchObject({ create: 0, update: 0 })
})

test('as Excel writes it in French: semicolons, commas in prices, UTF-16, and columns in any order', async () => {
  const text = 'Title;PRICE;Quantity\r\nÉcharpe;12,50;2\r\n;;\r\n'
  const tabs = 'title\tprice\nÉcharpe\t12.5'
  for (const file of [text, `\uFEFF${text}`, Buffer.from(`\uFEFF${tabs}`, 'utf16le')])
    expect(await preview(file)).toMatchObject({ rows: 1, create: 1, problems: [] })
})
