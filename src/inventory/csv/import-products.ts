import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { defineTask, startTask } from '../../tasks/tasks.ts'
import { logAndNotify } from '../log-and-notify.ts'
import { changeProduct, findProductRow, insertProduct, setArchived } from '../products.ts'
import { lockProducts } from '../products-batch.ts'
import { moveStock } from '../stock-movements.ts'
import { CsvRowValues, type CsvValues, productFieldsIn } from './csv-columns.ts'
import type { ProductCsv } from './import-csv.ts'
import { planImport } from './import-plan.ts'

/** A row: the id of the product to change (without one, a product is created) and the values, or the row's problems. */
const ImportRow = z.union([
  z.object({ id: z.string().optional(), values: CsvRowValues }),
  z.object({
    wrong: z.array(
      z.object({ field: z.string(), code: z.string(), about: z.record(z.string(), z.unknown()).optional() }),
    ),
  }),
])

/**
 * Starts a task that imports the file.
 * @throws Refusal task_running
 */
export async function startProductImport(db: Tx, actor: Actor, sheet: ProductCsv) {
  const planned = (await planImport(db, actor, sheet)).map((row): z.input<typeof ImportRow> => {
    if ('wrong' in row) return row
    return { ...(row.existing && { id: row.existing.id }), values: row.values }
  })
  const task = await startTask(db, actor, productImportTask, planned, {})
  await logAndNotify(db, actor, { act: 'inventory.import_started', details: { number: planned.length } })
  return task
}

export const productImportTask = defineTask({
  kind: 'import',
  permission: 'inventory.manage',
  batch: 100,
  row: ImportRow,
  about: z.object({}),
  lockRows: (db, actor, rows) => {
    const ids = rows.flatMap((row) => ('id' in row && row.id) || [])
    return lockProducts(db, actor, ids)
  },
  run: async (db, actor, row) => {
    if ('wrong' in row) throw new Refusal('invalid', {}, row.wrong)
    const { id, values } = row
    await (id ? update(db, actor, id, values) : create(db, actor, values))
  },
})

async function create(db: Tx, actor: Actor, values: CsvValues) {
  const { title, price, ...rest } = productFieldsIn(values)
  if (title === undefined || price === undefined) throw new Refusal('invalid')
  const id = await insertProduct(db, actor, { ...rest, title, price, quantity: values.quantity ?? 0 })
  if (values.status === 'archived') await setArchived(db, actor, id, true)
}

/** Restores the product before the changes, or archives it after them, since an archived product cannot be changed. */
async function update(db: Tx, actor: Actor, id: string, values: CsvValues) {
  const { quantity, status } = values
  if (status && status !== 'archived') await setArchived(db, actor, id, false)
  await changeProduct(db, actor, id, productFieldsIn(values))
  const product = await findProductRow(db, actor, id)
  if (quantity !== undefined && quantity !== product.quantity) {
    if (product.archivedAt) throw new Refusal('archived')
    await moveStock(db, actor, product, {
      quantity: quantity - product.quantity,
      reason: 'correction',
      note: 'CSV',
    })
  }
  if (status === 'archived') await setArchived(db, actor, id, true)
}
