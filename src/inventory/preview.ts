import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Field, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { toProblem } from '../door/problems.ts'
import type { Tx } from '../ground/db.ts'
import { fieldsIn, type RowValues } from './columns.ts'
import { among } from './many.ts'
import { planImport } from './plan.ts'
import { differing } from './product.ts'
import type { Sheet } from './sheet.ts'
import { products } from './tables.ts'

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
  const planned = await planImport(db, actor, sheet)
  const ids = planned.flatMap((row) => ('id' in row && row.id) || [])
  const present = await productsOf(db, actor, ids)
  const found = planned.map((row) => {
    if ('wrong' in row) return row
    const of = row.id === undefined ? undefined : present.get(row.id)
    return of ? foretell(of, row.values) : { outcome: 'create' as const }
  })
  const told = found.map((row): Outcome => ('wrong' in row ? 'failed' : row.outcome))
  const count = (outcome: Outcome) => told.filter((one) => one === outcome).length
  const problems = found.flatMap((row, place) => ('wrong' in row ? worded(row.wrong, place + 1, actor) : []))
  return {
    rows: planned.length,
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    problems: problems.slice(0, 100),
    columns: sheet.head,
    sample: sheet.first.map((cells, place) => ({ row: place + 1, outcome: told[place] ?? 'failed', cells })),
  }
}

type Present = typeof products.$inferSelect

/** What `update` of importing.ts will come to. */
function foretell(of: Present, values: RowValues): { outcome: Outcome } | { wrong: Field[] } {
  const { quantity = of.stock, status } = values
  const becomes = status !== undefined && (status === 'archived') !== Boolean(of.archivedAt)
  const stays = quantity === of.stock && Object.keys(differing(of, fieldsIn(values))).length === 0
  if (stays) return { outcome: becomes ? 'update' : 'unchanged' }
  if (of.archivedAt && !becomes) return { wrong: [{ field: 'status', code: 'archived' }] }
  return { outcome: 'update' }
}

async function productsOf(db: Tx, { account }: Actor, ids: string[]): Promise<Map<string, Present>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select()
    .from(products)
    .where(and(eq(products.accountId, account), among(products.id, ids)))
  return new Map(found.map((product) => [product.id, product]))
}

const worded = (wrong: Field[], row: number, { language }: Actor) =>
  (toProblem(new Refusal('invalid', {}, wrong), language).fields ?? []).map(({ field, message }) => ({
    row,
    column: field,
    message,
  }))
