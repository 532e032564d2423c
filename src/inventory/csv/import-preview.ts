import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { type FieldProblem, Refusal } from '../../errors/refusal.ts'
import { toProblem } from '../../http/problems.ts'
import type { Tx } from '../../platform/database/database.ts'
import { changedFields } from '../product.ts'
import type { ProductFields } from '../products-batch.ts'
import { type CsvValues, productFieldsIn } from './csv-columns.ts'
import type { ProductCsv } from './import-csv.ts'
import { planImport } from './import-plan.ts'

const outcomes = ['create', 'update', 'unchanged', 'failed'] as const
type Outcome = (typeof outcomes)[number]

/** What an import would do. Rows are counted from 1, below the names of the columns. */
export const ImportPreview = z
  .object({
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    problems: z
      .array(z.object({ row: z.int(), column: z.string(), message: z.string() }))
      .describe('The first hundred problems.'),
    columns: z.array(z.string()),
    sample: z
      .array(z.object({ row: z.int(), outcome: z.enum(outcomes), cells: z.array(z.string()) }))
      .describe('The first twenty rows.'),
  })
  .meta({ id: 'ImportPreview' })

export async function previewImport(
  db: Tx,
  actor: Actor,
  sheet: ProductCsv,
): Promise<z.input<typeof ImportPreview>> {
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
type Present = ProductFields<'id' | (typeof compared)[number]>

type Foretold = { outcome: Outcome } | { wrong: FieldProblem[] }

/** Predicts what `update` of `import-products.ts` will do with a row. */
function foretell({ of, values }: { of?: Present; values: CsvValues }): Foretold {
  if (!of) return { outcome: 'create' }
  const { quantity = of.stock, status } = values
  const becomes = status !== undefined && (status === 'archived') !== Boolean(of.archivedAt)
  const stays = quantity === of.stock && Object.keys(changedFields(of, productFieldsIn(values))).length === 0
  if (stays) return { outcome: becomes ? 'update' : 'unchanged' }
  if (of.archivedAt && !becomes) return { wrong: [{ field: 'status', code: 'archived' }] }
  return { outcome: 'update' }
}

const worded = ({ row, wrong }: { row: number; wrong: FieldProblem[] }, { language }: Actor) =>
  (toProblem(new Refusal('invalid', {}, wrong), language).fields ?? []).map(({ field, message }) => ({
    row,
    column: field,
    message,
  }))
