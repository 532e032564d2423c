import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { idReference } from '../platform/text-schemas.ts'
import { defineTask, startTask } from '../tasks/tasks.ts'
import { ProductFilter, productIdsMatching } from './list-products.ts'
import { logAndNotify } from './log-and-notify.ts'
import { productFields } from './product.ts'
import { changeProduct, setArchived } from './products.ts'
import { lockProducts } from './products-batch.ts'

/** How many products one task changes at most, if they are chosen by a filter. */
const maxProductsByFilter = 50_000

const selection = {
  products: z.array(idReference).min(1).max(5000).optional().describe('The ids of the products to change.'),
  all: z.literal(true).optional().describe('Instead of `products`: every product that matches the filter.'),
  filter: ProductFilter.optional().describe(
    'Only with `all`. Without it: all products that are not archived.',
  ),
}
const actWithValue = <A extends string, V extends z.ZodType>(act: A, value: V) =>
  z.strictObject({ ...selection, act: z.literal(act), value })
const actWithoutValue = <A extends string>(act: A) => z.strictObject({ ...selection, act: z.literal(act) })

export const BulkEdit = z
  .discriminatedUnion('act', [
    actWithValue('price', productFields.price),
    actWithValue('category', productFields.category),
    actWithValue('condition', productFields.condition),
    actWithValue('weight', productFields.weightGrams),
    actWithoutValue('publish'),
    actWithoutValue('draft'),
    actWithoutValue('archive'),
    actWithoutValue('restore'),
  ])
  .refine(({ products, all }) => Boolean(products) !== Boolean(all), {
    path: ['products'],
    params: { code: 'required' },
  })

const About = z.object({ act: z.string(), value: z.unknown().optional() })

/**
 * Starts a task that changes many products.
 * @throws Refusal task_running or too_many_products
 */
export async function startBulkEdit(
  db: Tx,
  actor: Actor,
  { products, filter, ...about }: z.output<typeof BulkEdit>,
) {
  const ids = products
    ? [...new Set(products)]
    : await productIdsMatching(db, actor, filter ?? {}, maxProductsByFilter + 1)
  if (ids.length > maxProductsByFilter)
    throw new Refusal('too_many_products', { maximum: maxProductsByFilter })
  const inputs = ids.map((product) => ({ product }))
  const task = await startTask(db, actor, bulkEditTask, inputs, about)
  await logAndNotify(db, actor, {
    act: 'inventory.bulk_started',
    details: { number: ids.length, act: about.act },
  })
  return task
}

export const bulkEditTask = defineTask({
  kind: 'products',
  permission: 'inventory.manage',
  batch: 100,
  row: z.object({ product: z.string() }),
  about: About,
  lockRows: (db, actor, rows) =>
    lockProducts(
      db,
      actor,
      rows.map(({ product }) => product),
    ),
  run: async (db, actor, { product }, about) => {
    if (about.act === 'archive' || about.act === 'restore')
      await setArchived(db, actor, product, about.act === 'archive')
    else await changeProduct(db, actor, product, toProductChange(about))
  },
})

function toProductChange({ act, value }: z.output<typeof About>) {
  if (act === 'publish' || act === 'draft') return { draft: act === 'draft' }
  return { [act === 'weight' ? 'weightGrams' : act]: value }
}
