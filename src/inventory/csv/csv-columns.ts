import { z } from 'zod'
import type { FieldProblem } from '../../errors/refusal.ts'
import { fieldProblems } from '../../http/input.ts'
import { fromDecimal, toDecimal } from '../../platform/format/decimals.ts'
import { idReference } from '../../platform/text-schemas.ts'
import { type Product, productFields } from '../product.ts'
import { productConditions, productStatuses, saleKinds } from '../vocabulary.ts'

/**
 * The columns of a product file. Their names are the same in all languages, so that a file can be imported anywhere.
 */
export const csvColumns = [
  'id',
  'sku',
  'title',
  'description',
  'category',
  'condition',
  'sale',
  'price',
  'currency',
  'quantity',
  'weight_grams',
  'status',
] as const
export type CsvColumn = (typeof csvColumns)[number]

export function productCells(product: z.input<typeof Product>): (string | number)[] {
  const { price, currency, weightGrams, ...rest } = product
  const cells = { ...rest, currency, price: toDecimal(price, currency), weight_grams: weightGrams }
  return csvColumns.map((column) => cells[column])
}

const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.string().trim().toLowerCase().pipe(z.enum(values))

const wholeNumber = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,10}$/.test(text), { params: { code: 'whole_number' } })
    .transform(Number)
    .pipe(z.int().max(most))

/**
 * The type of each cell. `price` stays text: `priceInMinorUnits` converts it, because its decimals depend on the
 * currency.
 */
const Cells = z
  .strictObject({
    id: z.string().trim().pipe(idReference),
    sku: productFields.sku,
    title: productFields.title,
    description: productFields.description,
    category: productFields.category,
    condition: choice(productConditions),
    sale: choice(saleKinds),
    price: z.string(),
    currency: z.string().trim().toUpperCase(),
    quantity: wholeNumber(1_000_000_000),
    weight_grams: wholeNumber(100_000),
    status: choice(productStatuses),
  } satisfies Record<CsvColumn, z.ZodType>)
  .partial()
type CellValues = z.output<typeof Cells>

/** Columns in which an empty cell means an empty text. In other columns, an empty cell leaves the value unchanged. */
const textColumns: readonly CsvColumn[] = ['sku', 'title', 'description', 'category']

/** A row of a file, or what is wrong with it. */
export type CsvRow = { values: CellValues } | { wrong: FieldProblem[] }

export function readCsvRow(head: readonly CsvColumn[], cells: string[]): CsvRow {
  if (cells.length !== head.length)
    return { wrong: [{ field: 'row', code: 'cells', about: { found: cells.length, expected: head.length } }] }
  const filledCells = head
    .map((column, number) => [column, cells[number] ?? ''] as const)
    .filter(([column, text]) => textColumns.includes(column) || text.trim() !== '')
  const read = Cells.safeParse(Object.fromEntries(filledCells))
  if (read.success) return { values: read.data }
  const place = ({ field }: FieldProblem) => head.indexOf(field as CsvColumn)
  return { wrong: fieldProblems(read.error).sort((one, other) => place(one) - place(other)) }
}

/** The values of a row, with the price in minor units. */
export const CsvRowValues = z
  .object({
    id: z.string(),
    sku: z.string(),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    condition: z.enum(productConditions),
    sale: z.enum(saleKinds),
    price: z.int(),
    quantity: z.int(),
    weight_grams: z.int(),
    status: z.enum(productStatuses),
  } satisfies Record<Exclude<CsvColumn, 'currency'>, z.ZodType>)
  .partial()
export type CsvValues = z.output<typeof CsvRowValues>

export function priceInMinorUnits(
  { price, currency: stated, ...values }: CellValues,
  currency: string,
): { values: CsvValues } | { wrong: FieldProblem[] } {
  if (stated && stated !== currency) return { wrong: [{ field: 'currency', code: 'currency' }] }
  if (price === undefined) return { values }
  const minor = productFields.price.safeParse(fromDecimal(price, currency))
  return minor.success
    ? { values: { ...values, price: minor.data } }
    : { wrong: [{ field: 'price', code: 'amount' }] }
}

/** The product fields that a row sets. Quantity and archiving are left out: separate functions change them. */
export const productFieldsIn = ({ id: _, quantity: __, weight_grams, status, ...rest }: CsvValues) => ({
  ...rest,
  ...(weight_grams !== undefined && { weightGrams: weight_grams }),
  ...(status && status !== 'archived' && { draft: status === 'draft' }),
})
