import { vi } from 'vitest'
import { picture } from './pictures.ts'
import type { Sample, Theatre } from './samples.ts'

const path = '/accounts/:account/products'
const csv = { type: 'text/csv', body: () => 'title,price,quantity\nBear in a jar,12.50,3\n' }

/** What the inventory's operations take. */
export const inventorySamples: Record<string, Sample> = {
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
  [`POST ${path}/:product/photos`]: { type: 'image/png', body: () => picture() },
  [`PATCH ${path}/:product/photos`]: { body: () => ({ photos: [] }) },
  [`DELETE ${path}/:product/photos/:photo`]: {},
  [`GET ${path}/:product/movements`]: {},
  [`POST ${path}/:product/movements`]: { body: () => ({ quantity: 2, reason: 'received' }) },
}

async function newPrice({ as, ours }: Theatre) {
  const { body } = await as.olga.post(`${ours}/products`, { title: 'Linen shirt', price: 4500, quantity: 2 })
  return { products: [body.id], act: 'price', value: 900 }
}

/** One task of a kind at a time: the next waits for it. */
function untilNoneRuns(kind: 'tasks' | 'imports') {
  return async ({ as, ours }: Theatre) => {
    const ended = async () => {
      const [latest] = (await as.olga.get(`${ours}/products/${kind}`)).body.items
      if (latest && !latest.endedAt) throw new Error('still running')
    }
    await vi.waitFor(ended, { timeout: 20_000, interval: 100 })
    return undefined
  }
}

/** A photo of the product in the address; the latest task of the kind in it, or a first one. */
export const inventoryThings = {
  photo: async ({ as }: Theatre, url: string) => {
    const photos = url.replace('/:photo', '')
    const { body } = await as.olga.post(photos, await picture(), { 'content-type': 'image/png' })
    return body.photos.at(-1).id as string
  },
  task: async (theatre: Theatre, url: string) => {
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
