import { z } from 'zod'
import type { Field } from '../door/errors.ts'
import { fieldsOf } from '../door/input.ts'
import { fromDecimal, toDecimal } from '../ground/decimals.ts'
import { reference } from '../ground/text.ts'
import { fields, type Product, productStates } from './product.ts'
import { conditions, sales } from './tables.ts'

/** The columns of a file of products. Their names are the same in all languages, so that a file goes everywhere. */
export const columns = [
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
export type Column = (typeof columns)[number]

export function toCells(product: z.input<typeof Product>): (string | number)[] {
  const { price, currency, weightGrams, ...rest } = product
  const cells = { ...rest, currency, price: toDecimal(price, currency), weight_grams: weightGrams }
  return columns.map((column) => cells[column])
}

const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.string().trim().toLowerCase().pipe(z.enum(values))

const whole = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,10}$/.test(text), { params: { code: 'whole_number' } })
    .transform(Number)
    .pipe(z.int().max(most))

/** What each cell must be. How many decimals a price may have depends on the account: `inCurrency` says it. */
const Cells = z
  .strictObject({
    id: z.string().trim().pipe(reference),
    sku: fields.sku,
    title: fields.title,
    description: fields.description,
    category: fields.category,
    condition: choice(conditions),
    sale: choice(sales),
    price: z.string(),
    currency: z.string().trim().toUpperCase(),
    quantity: whole(1_000_000_000),
    weight_grams: whole(100_000),
    status: choice(productStates),
  } satisfies Record<Column, z.ZodType>)
  .partial()
type CellValues = z.output<typeof Cells>

/** Columns in which an empty cell is a text without letters; in the others it leaves things as they are. */
const texts: readonly Column[] = ['sku', 'title', 'description', 'category']

/** A row of a file, or what is wrong with it. */
export type Read = { values: CellValues } | { wrong: Field[] }

export function readRow(head: readonly Column[], cells: string[]): Read {
  if (cells.length !== head.length)
    return { wrong: [{ field: 'row', code: 'cells', about: { found: cells.length, expected: head.length } }] }
  const given = head
    .map((column, number) => [column, cells[number] ?? ''] as const)
    .filter(([column, text]) => texts.includes(column) || text.trim() !== '')
  const read = Cells.safeParse(Object.fromEntries(given))
  if (read.success) return { values: read.data }
  const place = ({ field }: Field) => head.indexOf(field as Column)
  return { wrong: fieldsOf(read.error).sort((one, other) => place(one) - place(other)) }
}

/** What a row says of a product, the price in minor units. */
export type RowValues = Omit<CellValues, 'price' | 'currency'> & { price?: number }

export function inCurrency(
  { price, currency: stated, ...values }: CellValues,
  currency: string,
): { values: RowValues } | { wrong: Field[] } {
  if (stated && stated !== currency) return { wrong: [{ field: 'currency', code: 'currency' }] }
  if (price === undefined) return { values }
  const minor = fields.price.safeParse(fromDecimal(price, currency))
  return minor.success
    ? { values: { ...values, price: minor.data } }
    : { wrong: [{ field: 'price', code: 'amount' }] }
}

/** The fields of a product that a row sets; its quantity and its archiving are acts of their own. */
export const fieldsIn = ({ id: _, quantity: __, weight_grams, status, ...rest }: RowValues) => ({
  ...rest,
  ...(weight_grams !== undefined && { weightGrams: weight_grams }),
  ...(status && status !== 'archived' && { draft: status === 'draft' }),
})
