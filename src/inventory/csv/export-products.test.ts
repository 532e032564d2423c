import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../cast/api-client.ts'
import { type SignedInCast, seedProducts } from '../../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../../test/support/test-world.ts'
import { waitForTask } from '../../../test/support/wait-for-task.ts'
import type { RunningServer } from '../../server/start.ts'

/* An exported file can be imported: it contains the same values, whatever was written into them. */
let world: RunningServer
let stage: SignedInCast
let products: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  await seedProducts(stage)
  products = `${stage.ours}/products`
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
const exported = async (query = '', by: ApiClient = stage.as.olga): Promise<string> =>
  (await by.get(`${products}.csv${query}`)).body

test('importing an exported file changes nothing', async () => {
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

test('any text comes back unchanged, also in another shop', async () => {
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
      const read = async (by: ApiClient, shop: string) =>
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

test('the file contains what the list’s filter matches, and a Seller of another shop gets no file', async () => {
  const drafts = await exported('?status=draft')
  expect(drafts).toContain('Surprise parcel')
  expect(drafts).not.toContain('jacket')
  expect((await stage.as.rita.get(`${products}.csv`)).status).toBe(404)
  expect((await stage.as.rita.post(`${products}/imports`, drafts, csv)).status).toBe(404)
  // In another shop, the ids of this file belong to no product.
  const theirs = await stage.as.rita.post(`${stage.fox}/products/imports/preview`, drafts, csv)
  expect(theirs.body).toMatchObject({ create: 0, update: 0 })
})

test('a file from French Excel is understood: semicolons, decimal commas, UTF-16, and columns in any order', async () => {
  const text = 'Title;PRICE;Quantity\r\nÉcharpe;12,50;2\r\n;;\r\n'
  const tabs = 'title\tprice\nÉcharpe\t12.5'
  for (const file of [text, `\uFEFF${text}`, Buffer.from(`\uFEFF${tabs}`, 'utf16le')])
    expect(await preview(file)).toMatchObject({ rows: 1, create: 1, problems: [] })
})
