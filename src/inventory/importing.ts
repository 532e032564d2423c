import { type Field, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { startTask, type TaskKind } from '../door/tasks.ts'
import type { Tx } from '../ground/db.ts'
import { fieldsIn, type RowValues } from './columns.ts'
import { holdAll } from './many.ts'
import { note } from './notes.ts'
import { planImport } from './plan.ts'
import { add, change, row, setArchived } from './products.ts'
import type { Sheet } from './sheet.ts'
import { move } from './stock.ts'

/** Of a row: of which product it is (none: a new one) and what it says, or what is wrong with it. */
type Input = { id?: string; values: RowValues } | { wrong: Field[] }

/** @throws Refusal task_running */
export async function startImport(db: Tx, actor: Actor, sheet: Sheet) {
  const planned = (await planImport(db, actor, sheet)).map((row): Input => {
    if ('wrong' in row) return row
    return { ...(row.of && { id: row.of.id }), values: row.values }
  })
  const task = await startTask(db, actor, importKind, planned)
  await note(db, actor, { act: 'inventory.import_started', details: { number: planned.length } })
  return task
}

export const importKind: TaskKind = {
  kind: 'import',
  permission: 'inventory.manage',
  batch: 100,
  hold: (db, actor, inputs: Input[]) => {
    const ids = inputs.flatMap((one) => ('id' in one && one.id) || [])
    return holdAll(db, actor, ids)
  },
  run: async (db, actor, input: Input) => {
    if ('wrong' in input) throw new Refusal('invalid', {}, input.wrong)
    const { id, values } = input
    await (id ? update(db, actor, id, values) : create(db, actor, values))
  },
}

async function create(db: Tx, actor: Actor, values: RowValues) {
  const { title, price, ...rest } = fieldsIn(values)
  if (title === undefined || price === undefined) throw new Refusal('invalid')
  const id = await add(db, actor, { ...rest, title, price, quantity: values.quantity ?? 0 })
  if (values.status === 'archived') await setArchived(db, actor, id, true)
}

/** Brings it back first, or archives it last: an archived product is not changed. */
async function update(db: Tx, actor: Actor, id: string, values: RowValues) {
  const { quantity, status } = values
  if (status && status !== 'archived') await setArchived(db, actor, id, false)
  await change(db, actor, id, fieldsIn(values))
  const product = await row(db, actor, id)
  if (quantity !== undefined && quantity !== product.stock) {
    if (product.archivedAt) throw new Refusal('archived')
    await move(db, actor, product, { quantity: quantity - product.stock, reason: 'correction', note: 'CSV' })
  }
  if (status === 'archived') await setArchived(db, actor, id, true)
}
