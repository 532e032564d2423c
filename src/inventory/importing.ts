import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { startTask, type TaskKind } from '../door/tasks.ts'
import type { Tx } from '../ground/db.ts'
import { fieldsIn } from './columns.ts'
import { holdAll } from './many.ts'
import { note } from './notes.ts'
import { type Planned, planImport } from './plan.ts'
import { add, change, row, setArchived } from './products.ts'
import type { Sheet } from './sheet.ts'
import { move } from './stock.ts'

/** @throws Refusal task_running */
export async function startImport(db: Tx, actor: Actor, sheet: Sheet) {
  const planned = await planImport(db, actor, sheet)
  const task = await startTask(db, actor, importKind, planned)
  await note(db, actor, { act: 'inventory.import_started', details: { number: planned.length } })
  return task
}

export const importKind: TaskKind = {
  kind: 'import',
  permission: 'inventory.manage',
  batch: 100,
  hold: (db, actor, planned: Planned[]) => {
    const ids = planned.flatMap((one) => ('id' in one && one.id) || [])
    return holdAll(db, actor, ids)
  },
  run: async (db, actor, planned: Planned) => {
    if ('wrong' in planned) throw new Refusal('invalid', {}, planned.wrong)
    const { id, values } = planned
    await (id ? update(db, actor, id, values) : create(db, actor, values))
  },
}

type Values = Extract<Planned, { values: unknown }>['values']

async function create(db: Tx, actor: Actor, values: Values) {
  const { title, price, ...rest } = fieldsIn(values)
  if (title === undefined || price === undefined) throw new Refusal('invalid')
  const id = await add(db, actor, { ...rest, title, price, quantity: values.quantity ?? 0 })
  if (values.status === 'archived') await setArchived(db, actor, id, true)
}

/** Brings it back first, or archives it last: an archived product is not changed. */
async function update(db: Tx, actor: Actor, id: string, values: Values) {
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
