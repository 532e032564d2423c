import { vi } from 'vitest'
import { makePhoto } from '../make-photo.ts'
import type { CastWorld, OperationSample } from './operation-samples.ts'

const path = '/accounts/:account/products'
const csv = { type: 'text/csv', body: () => 'title,price,quantity\nBear in a jar,12.50,3\n' }

/** Valid inputs of the inventory's operations. */
export const inventorySamples: Record<string, OperationSample> = {
  [`GET ${path}`]: {},
  [`POST ${path}`]: { body: () => ({ title: 'Wool jacket', price: 8900, quantity: 6 }) },
  [`GET ${path}.csv`]: {},
  [`GET ${path}/categories`]: {},
  [`GET ${path}/tasks`]: {},
  [`POST ${path}/tasks`]: { body: newPrice, before: untilNoneRuns('tasks') },
  [`GET ${path}/tasks/:task`]: {},
  [`POST ${path}/tasks/:task/stop`]: {},
  [`GET ${path}/imports`]: {},
  [`POST ${path}/imports`]: { ...csv, before: untilNoneRuns('imports') },
  [`POST ${path}/imports/preview`]: csv,
  [`GET ${path}/imports/:task`]: {},
  [`POST ${path}/imports/:task/stop`]: {},
  [`GET ${path}/:product`]: {},
  [`PATCH ${path}/:product`]: { body: () => ({ title: 'Wool jacket, charcoal' }) },
  [`POST ${path}/:product/archive`]: {},
  [`POST ${path}/:product/restore`]: {},
  [`POST ${path}/:product/photos`]: { type: 'image/png', body: () => makePhoto() },
  [`PATCH ${path}/:product/photos`]: { body: () => ({ photos: [] }) },
  [`DELETE ${path}/:product/photos/:photo`]: {},
  [`GET ${path}/:product/movements`]: {},
  [`POST ${path}/:product/movements`]: { body: () => ({ quantity: 2, reason: 'received' }) },
}

async function newPrice({ as, ours }: CastWorld) {
  const { body } = await as.olga.post(`${ours}/products`, { title: 'Linen shirt', price: 4500, quantity: 2 })
  return { products: [body.id], act: 'price', value: 900 }
}

/** Waits until no task of this kind is running, since there can be only one at a time. */
function untilNoneRuns(kind: 'tasks' | 'imports') {
  return async ({ as, ours }: CastWorld) => {
    const ended = async () => {
      const [latest] = (await as.olga.get(`${ours}/products/${kind}`)).body.items
      if (latest && !latest.endedAt) throw new Error('still running')
    }
    await vi.waitFor(ended, { timeout: 20_000, interval: 25 })
    return undefined
  }
}

/** A photo of the product in the address; the latest task of the kind in it, or a first one. */
export const inventoryThings = {
  photo: async ({ as }: CastWorld, url: string) => {
    const photos = url.replace('/:photo', '')
    const { body } = await as.olga.post(photos, await makePhoto(), { 'content-type': 'image/png' })
    return body.photos.at(-1).id as string
  },
  task: async (theatre: CastWorld, url: string) => {
    const { olga } = theatre.as
    const tasks = url.replace(/\/:task.*/, '')
    const [latest] = (await olga.get(tasks)).body.items
    if (latest) return latest.id as string
    const made = tasks.endsWith('imports')
      ? await olga.post(tasks, csv.body(), { 'content-type': csv.type })
      : await olga.post(tasks, await newPrice(theatre))
    return made.body.id as string
  },
}
