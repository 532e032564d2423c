import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import { type SignedInCast, seedProducts } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
/** A visitor who is not signed in. */
let visitor: ApiClient
const window = `/shops/${cast.olga.username}`

beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  await seedProducts(stage)
  visitor = makeApiClient(world.app)
})
afterAll(() => world.stop())

type Card = { id: string; title: string; available: number }
const cards = async (query = ''): Promise<Card[]> =>
  (await visitor.get(`${window}/products?${query}`)).body.items
const titles = async (query = '') => (await cards(query)).map(({ title }) => title)
const idOf = async (title: string) => (await cards()).find((card) => card.title === title)?.id as string
/** Changes the database directly, where the test has no route for it. */
const say = (statement: ReturnType<typeof sql>) => world.database.db.execute(statement)

const inTheWindow = [
  'Ceramic bear, small',
  'Ceramic bear, large',
  'Silk scarf, 1978',
  'Leather belt, cognac',
  'Linen shirt, natural',
  'Wool jacket, charcoal',
]

test('a visitor sees the shop and its products, the latest first', async () => {
  expect((await visitor.get(window)).body).toEqual({
    id: stage.own.olga,
    username: 'maison-ours',
    name: 'Maison Ours',
    currency: 'EUR',
    categories: ['Accessories', 'Clothing', 'Home', 'Vintage'],
  })
  expect(await titles()).toEqual(inTheWindow)
  const { body: scarf } = await visitor.get(`${window}/products/${await idOf('Silk scarf, 1978')}`)
  expect(scarf).toMatchObject({
    price: 6400,
    category: 'Vintage',
    available: 1,
    shop: { name: 'Maison Ours' },
  })
  expect((await stage.as.rita.get(window)).body).toEqual((await visitor.get(window)).body)
})

test('the search uses what visitors can read, and not the seller’s SKUs', async () => {
  expect(await titles('search=BEAR')).toEqual(['Ceramic bear, small', 'Ceramic bear, large'])
  expect(await titles('search=vintage')).toEqual(['Silk scarf, 1978'])
  expect(await titles('search=MO-301')).toEqual([])
  expect(await titles('search=%25')).toEqual([])
  expect(await titles('category=Clothing')).toEqual(['Linen shirt, natural', 'Wool jacket, charcoal'])
  expect(await titles('category=Clothing&search=wool&condition=new')).toEqual(['Wool jacket, charcoal'])
  expect(await titles('condition=for_parts')).toEqual([])
  expect((await visitor.get(`${window}/products?condition=broken`)).status).toBe(422)
})

test('drafts, archived products and those for auctions are left out', async () => {
  const [jacket, draft] = [await idOf('Wool jacket, charcoal'), `${stage.ours}/products?status=draft`]
  const { id: shipment } = (await stage.as.theo.get(draft)).body.items[0]
  expect((await visitor.get(`${window}/products/${shipment}`)).status).toBe(404)

  await stage.as.theo.post(`${stage.ours}/products/${jacket}/archive`)
  expect(await titles()).toEqual(inTheWindow.slice(0, -1))
  expect((await visitor.get(`${window}/products/${jacket}`)).status).toBe(404)
  await stage.as.theo.post(`${stage.ours}/products/${jacket}/restore`)

  await say(sql`update products set sale = 'auction' where id = ${jacket}`)
  expect(await titles()).toEqual(inTheWindow.slice(0, -1))
  expect((await visitor.get(`${window}/products/${jacket}`)).status).toBe(404)
  await say(sql`update products set sale = 'fixed' where id = ${jacket}`)

  const [fern] = (await visitor.get('/shops/fox-and-fern/products')).body.items
  expect((await visitor.get(`${window}/products/${fern.id}`)).status).toBe(404)
})

test('the shop shows 10 pieces at most, no SKU, and no person', async () => {
  const stock = Object.fromEntries((await cards()).map(({ title, available }) => [title, available]))
  expect(stock).toMatchObject({
    'Ceramic bear, small': 10,
    'Ceramic bear, large': 0,
    'Leather belt, cognac': 2,
  })
  const product = `${window}/products/${await idOf('Ceramic bear, small')}`
  const told = await Promise.all([window, `${window}/products`, product].map((path) => visitor.get(path)))
  const text = JSON.stringify(told.map(({ body }) => body))
  for (const secret of ['MO-4', 'sku', '22', 'weight', 'Olga', 'Selma', 'per_', '@'])
    expect(text).not.toContain(secret)
})

test('photos are in their order, and the first one is also on the card', async () => {
  const id = await idOf('Silk scarf, 1978')
  for (const [photo, position] of [
    ['pho_back', 1],
    ['pho_front', 0],
  ] as const)
    await say(sql`insert into photos (account_id, id, product_id, position, width, height)
      values (${stage.own.olga}, ${photo}, ${id}, ${position}, 1600, 1200)`)
  const at = (photo: string, size: string) => `/media/photos/${stage.own.olga}/${photo}/${size}.webp`
  const front = {
    id: 'pho_front',
    url: at('pho_front', 'large'),
    thumb: at('pho_front', 'small'),
    width: 1600,
    height: 1200,
  }
  const { photos } = (await visitor.get(`${window}/products/${id}`)).body
  expect(photos).toEqual([
    front,
    { ...front, id: 'pho_back', url: at('pho_back', 'large'), thumb: at('pho_back', 'small') },
  ])
  expect((await cards()).find((card) => card.id === id)).toMatchObject({ photo: front })
})

test('the pages of the list have no gap and no repetition', async () => {
  for (let number = 0; number < 30; number++)
    await stage.as.rita.post(`${stage.fox}/products`, {
      title: `Postcard ${number}`,
      price: 100,
      quantity: 1,
    })
  const first = (await visitor.get('/shops/fox-and-fern/products?search=postcard')).body
  const path = `/shops/fox-and-fern/products?search=postcard&after=${first.next}`
  const second = (await visitor.get(path)).body
  const seen = [...first.items, ...second.items].map(({ title }: Card) => title)
  expect(seen).toEqual(Array.from({ length: 30 }, (_, number) => `Postcard ${29 - number}`))
  expect([first.items.length, second.next]).toEqual([25, null])
})

test('a former username leads to the current one, until somebody else has it', async () => {
  await stage.as.olga.patch(stage.ours, { username: 'ours.paris' })
  for (const asked of ['maison-ours', 'ours.paris', 'Ours.Paris'])
    expect((await visitor.get(`/shops/${asked}`)).body).toMatchObject({
      username: 'ours.paris',
      id: stage.own.olga,
    })
  expect(await titles()).toEqual(inTheWindow)
  await say(sql`update usernames set until = now() - interval '1 second' where username = 'maison-ours'`)
  expect((await visitor.get(window)).status).toBe(404)
  await stage.as.olga.patch(stage.ours, { username: cast.olga.username })
})

test('a malformed or unused username has no shop', async () => {
  const strange = [
    'nobody-has-this',
    '..',
    '.env',
    'a'.repeat(65),
    'maison%2Fours',
    'maison%00',
    '%F0%9F%A6%8A',
  ]
  for (const username of strange) {
    for (const path of ['', '/products', '/products/prd_x']) {
      const { status, body } = await visitor.get(`/shops/${username}${path}`)
      expect([username, status, body.code]).toEqual([username, 404, 'not_found'])
    }
  }
  expect((await visitor.get(`${window}/products/..`)).status).toBe(404)
  expect((await visitor.get(`${window}/products/prd.x`)).status).toBe(404)
})

test('the shop of a closing account disappears at once, and comes back when the closing is undone', async () => {
  const product = `${window}/products/${await idOf('Silk scarf, 1978')}`
  await stage.as.olga.delete(stage.ours, { password: castPassword })
  for (const path of [window, `${window}/products`, product])
    expect((await visitor.get(path)).status).toBe(404)
  await stage.as.olga.post(`${stage.ours}/restore`)
  for (const path of [window, `${window}/products`, product])
    expect((await visitor.get(path)).status).toBe(200)
})
