import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { startTask, type TaskKind } from '../door/tasks.ts'
import type { Tx } from '../ground/db.ts'
import { reference } from '../ground/text.ts'
import { idsOf, ProductFilter } from './listing.ts'
import { holdAll } from './many.ts'
import { note } from './notes.ts'
import { fields } from './product.ts'
import { change, setArchived } from './products.ts'

/** Products in one go, when all that a filter leaves are meant. */
const most = 50_000

const which = {
  products: z.array(reference).min(1).max(5000).optional(),
  /** Instead of `products`: all that the filter leaves. */
  all: z.literal(true).optional(),
  filter: ProductFilter.optional(),
}
const setting = <A extends string, V extends z.ZodType>(act: A, value: V) =>
  z.strictObject({ ...which, act: z.literal(act), value })
const doing = <A extends string>(act: A) => z.strictObject({ ...which, act: z.literal(act) })

export const BulkEdit = z
  .discriminatedUnion('act', [
    setting('price', fields.price),
    setting('category', fields.category),
    setting('condition', fields.condition),
    setting('weight', fields.weightGrams),
    doing('publish'),
    doing('draft'),
    doing('archive'),
    doing('restore'),
  ])
  .refine(({ products, all }) => Boolean(products) !== Boolean(all), {
    path: ['products'],
    params: { code: 'required' },
  })

type About = { act: string; value?: unknown }

/** @throws Refusal task_running or too_many_products */
export async function startBulk(
  db: Tx,
  actor: Actor,
  { products, filter, ...about }: z.output<typeof BulkEdit>,
) {
  const ids = products ? [...new Set(products)] : await idsOf(db, actor, filter ?? {}, most + 1)
  if (ids.length > most) throw new Refusal('too_many_products', { maximum: most })
  const { act, value }: About = about
  const inputs = ids.map((product) => ({ product }))
  const task = await startTask(db, actor, bulkKind, inputs, { act, value })
  await note(db, actor, { act: 'inventory.bulk_started', details: { number: ids.length, act } })
  return task
}

export const bulkKind: TaskKind = {
  kind: 'products',
  permission: 'inventory.manage',
  batch: 100,
  hold: (db, actor, inputs: { product: string }[]) =>
    holdAll(
      db,
      actor,
      inputs.map(({ product }) => product),
    ),
  run: async (db, actor, { product }: { product: string }, about: About) => {
    if (about.act === 'archive' || about.act === 'restore')
      await setArchived(db, actor, product, about.act === 'archive')
    else await change(db, actor, product, changeOf(about))
  },
}

function changeOf({ act, value }: About) {
  if (act === 'publish' || act === 'draft') return { draft: act === 'draft' }
  return { [act === 'weight' ? 'weightGrams' : act]: value }
}
