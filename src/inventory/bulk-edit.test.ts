import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedInCast, seedProducts } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { waitForTask } from '../../test/support/wait-for-task.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let products: string
let two: string[]
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  products = `${stage.ours}/products`
  await seedProducts(stage)
  const { items } = (await stage.as.theo.get(`${products}?status=active`)).body
  two = items.slice(0, 2).map(({ id }: { id: string }) => id)
})
afterAll(() => world.stop())

// Each act starts from what the one before it left.
test.each([
  [{ act: 'price', value: 900 }, { price: 900 }],
  [{ act: 'category', value: 'toys' }, { category: 'toys' }],
  [{ act: 'category', value: '' }, { category: '' }],
  [{ act: 'condition', value: 'new' }, { condition: 'new' }],
  [{ act: 'weight', value: 250 }, { weightGrams: 250 }],
  [{ act: 'draft' }, { status: 'draft' }],
  [{ act: 'publish' }, { status: 'active' }],
  [{ act: 'archive' }, { status: 'archived' }],
  [{ act: 'restore' }, { status: 'active' }],
])('Théo changes two products at once: %j', async (edit, changed) => {
  const { status, body } = await stage.as.theo.post(`${products}/tasks`, {
    products: two,
    ...edit,
  })
  expect(status).toBe(201)
  expect(await waitForTask(stage.as.theo, `${products}/tasks/${body.id}`)).toMatchObject({
    status: 'finished',
    done: 2,
    failed: 0,
  })
  for (const id of two) expect((await stage.as.theo.get(`${products}/${id}`)).body).toMatchObject(changed)
})
