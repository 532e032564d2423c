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

/** What an import would do. Row 1 is the first row below the names of the columns. */
export const ImportPreview = z
  .object({
    rows: z.int().describe('How many rows the file has, without the names of the columns.'),
    create: z.int().describe('How many rows would create a product.'),
    update: z.int().describe('How many rows would change a product.'),
    unchanged: z.int().describe('How many rows equal their product already.'),
    failed: z.int().describe('How many rows cannot be imported.'),
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
  const predictions = planned.map((row): Prediction => ('wrong' in row ? row : predict(row)))
  const rowOutcomes = predictions.map((row): Outcome => ('wrong' in row ? 'failed' : row.outcome))
  const count = (outcome: Outcome) => rowOutcomes.filter((one) => one === outcome).length
  const wrong = predictions.flatMap((row, place) => ('wrong' in row ? [{ row: place + 1, ...row }] : []))
  return {
    rows: planned.length,
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    problems: wrong
      .slice(0, 100)
      .flatMap((one) => toProblems(one, actor))
      .slice(0, 100),
    columns: sheet.head,
    sample: sheet.first.map((cells, place) => ({
      row: place + 1,
      outcome: rowOutcomes[place] ?? 'failed',
      cells,
    })),
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
  'quantity',
  'archivedAt',
] as const
type Present = ProductFields<'id' | (typeof compared)[number]>

type Prediction = { outcome: Outcome } | { wrong: FieldProblem[] }

/** Predicts what the function `update` of `import-products.ts` will do with a row. */
function predict({ existing, values }: { existing?: Present; values: CsvValues }): Prediction {
  if (!existing) return { outcome: 'create' }
  const { quantity = existing.quantity, status } = values
  const archivingChanges = status !== undefined && (status === 'archived') !== Boolean(existing.archivedAt)
  const fieldsStay =
    quantity === existing.quantity &&
    Object.keys(changedFields(existing, productFieldsIn(values))).length === 0
  if (fieldsStay) return { outcome: archivingChanges ? 'update' : 'unchanged' }
  if (existing.archivedAt && !archivingChanges) return { wrong: [{ field: 'status', code: 'archived' }] }
  return { outcome: 'update' }
}

const toProblems = ({ row, wrong }: { row: number; wrong: FieldProblem[] }, { language }: Actor) =>
  (toProblem(new Refusal('invalid', {}, wrong), language).fields ?? []).map(({ field, message }) => ({
    row,
    column: field,
    message,
  }))
