import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { toProblem } from '../door/problems.ts'
import { startTask, type TaskKind } from '../door/tasks.ts'
import type { Tx } from '../ground/db.ts'
import { holdAll } from './holding.ts'
import { note } from './notes.ts'
import { fieldsIn, type Planned, planImport } from './plan.ts'
import { add, change, row, setArchived } from './products.ts'
import type { Sheet } from './sheet.ts'
import { move } from './stock.ts'

const outcomes = ['create', 'update', 'unchanged', 'failed'] as const

/** What an import would do. Rows are counted from 1, below the names of the columns. */
export const Preview = z
  .object({
    rows: z.int(),
    ...(Object.fromEntries(outcomes.map((outcome) => [outcome, z.int()])) as Record<
      (typeof outcomes)[number],
      z.ZodInt
    >),
    /** The first hundred. */
    problems: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })),
    columns: z.array(z.string()),
    /** The first twenty rows. */
    sample: z.array(z.object({ row: z.int(), outcome: z.enum(outcomes), cells: z.array(z.string()) })),
  })
  .meta({ id: 'ImportPreview' })

export async function preview(db: Tx, actor: Actor, sheet: Sheet): Promise<z.input<typeof Preview>> {
  const plan = await planImport(db, actor, sheet)
  const count = (outcome: string) => plan.outcomes.filter((one) => one === outcome).length
  return {
    rows: sheet.rows.length,
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    problems: plan.rows.flatMap((row, number) => problemsOf(row, number + 1, actor)).slice(0, 100),
    columns: sheet.head,
    sample: sheet.rows.slice(0, 20).map((cells, number) => ({
      row: number + 1,
      outcome: plan.outcomes[number] ?? 'failed',
      cells,
    })),
  }
}

function problemsOf(planned: Planned, row: number, { language }: Actor) {
  if (!('problem' in planned)) return []
  const { code, about, fields } = planned.problem
  const worded = toProblem(new Refusal(code, about, fields), language).fields ?? []
  return worded.map(({ field, message }) => ({ row, column: field, message }))
}

/** @throws Refusal task_running */
export async function startImport(db: Tx, actor: Actor, sheet: Sheet) {
  const { rows } = await planImport(db, actor, sheet)
  const task = await startTask(db, actor, importKind, rows)
  await note(db, actor, { act: 'inventory.import_started', details: { number: rows.length } })
  return task
}

export const importKind: TaskKind = {
  kind: 'import',
  permission: 'inventory.manage',
  batch: 100,
  hold: (db, actor, planned: Planned[]) =>
    holdAll(
      db,
      actor,
      planned.flatMap((one) => ('id' in one && one.id) || []),
    ),
  run: async (db, actor, planned: Planned) => {
    if ('problem' in planned) {
      const { code, about, fields } = planned.problem
      throw new Refusal(code, about, fields)
    }
    await (planned.id ? update(db, actor, planned.id, planned.values) : create(db, actor, planned.values))
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
