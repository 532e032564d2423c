import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedInCast, seedProducts } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let products: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  products = `${stage.ours}/products`
  await seedProducts(stage)
})
afterAll(() => world.stop())

const titles = async (query: string) =>
  (await stage.as.theo.get(`${products}?${query}`)).body.items.map(({ title }: { title: string }) => title)

test('Support creates a product with a price, a title and a quantity', async () => {
  const { status, body } = await stage.as.theo.post(products, {
    title: 'Bear in a jar',
    price: 1250,
    quantity: 3,
  })
  expect([status, body.price, body.quantity, body.currency, body.status]).toEqual([
    201,
    1250,
    3,
    'EUR',
    'active',
  ])
  expect((await stage.as.olga.get(`${products}/${body.id}`)).body).toEqual(body)
  expect((await stage.as.rita.get(`${stage.fox}/products/${body.id}`)).status).toBe(404)
})

test('the list can be searched by title, SKU and category, and filtered by status', async () => {
  expect(await titles('search=bear')).toEqual(['Bear in a jar', 'Ceramic bear, small', 'Ceramic bear, large'])
  expect(await titles('search=MO-3')).toEqual(['Silk scarf, 1978'])
  expect(await titles('search=vintage')).toEqual(['Silk scarf, 1978'])
  expect(await titles('search=%25')).toEqual([])
  expect(await titles('status=sold_out')).toEqual(['Ceramic bear, large'])
  expect(await titles('status=draft')).toEqual(['Surprise parcel'])
})

test('the pages of the list have no gap and no repetition', async () => {
  for (let number = 0; number < 60; number++) {
    await stage.as.rita.post(`${stage.fox}/products`, {
      title: `Postcard ${number}`,
      price: 100,
      quantity: 1,
    })
  }
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const { body } = await stage.as.rita.get(
      `${stage.fox}/products?search=postcard${next && `&after=${next}`}`,
    )
    seen.push(...body.items.map(({ title }: { title: string }) => title))
    next = body.next
  }
  expect(seen).toEqual(Array.from({ length: 60 }, (_, number) => `Postcard ${59 - number}`))
})

test('each stock movement has a reason and a person, and the stock never falls below zero', async () => {
  const { body: jar } = await stage.as.olga.post(products, { title: 'Jar', price: 500, quantity: 2 })
  const path = `${products}/${jar.id}/movements`
  const received = await stage.as.theo.post(path, {
    quantity: 5,
    reason: 'received',
    note: 'from the potter',
  })
  expect([received.status, received.body.product.quantity]).toEqual([201, 7])
  expect((await stage.as.theo.post(path, { quantity: -8, reason: 'damaged' })).body.code).toBe(
    'stock_too_low',
  )
  const { items } = (await stage.as.theo.get(path)).body
  expect(
    items.map(({ quantity, reason, by }: { quantity: number; reason: string; by: string }) => [
      quantity,
      reason,
      by,
    ]),
  ).toEqual([
    [5, 'received', 'Théo Blanc'],
    [2, 'initial', 'Olga Ours'],
  ])
  expect((await stage.as.theo.post(path, { quantity: -7, reason: 'correction' })).body.product.status).toBe(
    'sold_out',
  )
})

test('an archived product leaves the list, keeps its history, and can be restored unchanged', async () => {
  const { body: scarf } = await stage.as.olga.post(products, { title: 'Scarf', price: 900, quantity: 4 })
  expect((await stage.as.olga.post(`${products}/${scarf.id}/archive`)).body.status).toBe('archived')
  expect(await titles('search=Scarf')).not.toContain('Scarf')
  expect((await stage.as.olga.patch(`${products}/${scarf.id}`, { price: 1 })).body.code).toBe('archived')
  const { updatedAt: _, ...back } = (await stage.as.olga.post(`${products}/${scarf.id}/restore`)).body
  const { updatedAt: __, ...before } = scarf
  expect(back).toEqual(before)
})
