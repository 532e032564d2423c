import { z } from 'zod'
import { type Field, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { toProblem } from '../door/problems.ts'
import type { Tx } from '../ground/db.ts'
import { fieldsIn, type RowValues } from './columns.ts'
import type { Kept } from './many.ts'
import { planImport } from './plan.ts'
import { differing } from './product.ts'
import type { Sheet } from './sheet.ts'

const outcomes = ['create', 'update', 'unchanged', 'failed'] as const
type Outcome = (typeof outcomes)[number]

/** What an import would do. Rows are counted from 1, below the names of the columns. */
export const Preview = z
  .object({
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    /** The first hundred. */
    problems: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })),
    columns: z.array(z.string()),
    /** The first twenty rows. */
    sample: z.array(z.object({ row: z.int(), outcome: z.enum(outcomes), cells: z.array(z.string()) })),
  })
  .meta({ id: 'ImportPreview' })

export async function preview(db: Tx, actor: Actor, sheet: Sheet): Promise<z.input<typeof Preview>> {
  const planned = await planImport(db, actor, sheet, compared)
  const foretold = planned.map((row): Foretold => ('wrong' in row ? row : foretell(row)))
  const told = foretold.map((row): Outcome => ('wrong' in row ? 'failed' : row.outcome))
  const count = (outcome: Outcome) => told.filter((one) => one === outcome).length
  const wrong = foretold.flatMap((row, place) => ('wrong' in row ? [{ row: place + 1, ...row }] : []))
  return {
    rows: planned.length,
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    problems: wrong
      .slice(0, 100)
      .flatMap((one) => worded(one, actor))
      .slice(0, 100),
    columns: sheet.head,
    sample: sheet.first.map((cells, place) => ({ row: place + 1, outcome: told[place] ?? 'failed', cells })),
  }
}

const compared = [
  'title',
  'description',
  'category',
  'sku',
  'condition',
  'sale',
  'price',
  'weightGrams',
  'draft',
  'stock',
  'archivedAt',
] as const
type Present = Kept<'id' | (typeof compared)[number]>

type Foretold = { outcome: Outcome } | { wrong: Field[] }

/** What `update` of importing.ts will come to. */
function foretell({ of, values }: { of?: Present; values: RowValues }): Foretold {
  if (!of) return { outcome: 'create' }
  const { quantity = of.stock, status } = values
  const becomes = status !== undefined && (status === 'archived') !== Boolean(of.archivedAt)
  const stays = quantity === of.stock && Object.keys(differing(of, fieldsIn(values))).length === 0
  if (stays) return { outcome: becomes ? 'update' : 'unchanged' }
  if (of.archivedAt && !becomes) return { wrong: [{ field: 'status', code: 'archived' }] }
  return { outcome: 'update' }
}

const worded = ({ row, wrong }: { row: number; wrong: Field[] }, { language }: Actor) =>
  (toProblem(new Refusal('invalid', {}, wrong), language).fields ?? []).map(({ field, message }) => ({
    row,
    column: field,
    message,
  }))
