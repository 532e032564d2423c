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

/** The cells of a row and what each must be. */
const rowIn = (currency: string) =>
  z
    .strictObject({
      id: z.string().trim().pipe(reference),
      sku: fields.sku,
      title: fields.title,
      description: fields.description,
      category: fields.category,
      condition: choice(conditions),
      sale: choice(sales),
      price: z
        .string()
        .transform((text) => fromDecimal(text, currency))
        .refine((price) => fields.price.safeParse(price).success, { params: { code: 'amount' } })
        .transform(Number),
      currency: z.string().refine((text) => text.trim().toUpperCase() === currency, {
        params: { code: 'currency' },
      }),
      quantity: whole(1_000_000_000),
      weight_grams: whole(100_000),
      status: choice(productStates),
    } satisfies Record<Column, z.ZodType>)
    .partial()

/** What a row says of a product. */
export type RowValues = Omit<z.output<ReturnType<typeof rowIn>>, 'currency'>

/** Columns in which an empty cell is a text without letters; in the others it leaves things as they are. */
const texts: readonly Column[] = ['sku', 'title', 'description', 'category']

/** Reads rows of a file with such columns, whose prices are in the currency. */
export function rowReader(head: readonly Column[], currency: string) {
  const shape = rowIn(currency)
  return (cells: string[]): { values: RowValues } | { wrong: Field[] } => {
    if (cells.length !== head.length)
      return {
        wrong: [{ field: 'row', code: 'cells', about: { found: cells.length, expected: head.length } }],
      }
    const given = head
      .map((column, number) => [column, cells[number] ?? ''] as const)
      .filter(([column, text]) => texts.includes(column) || text.trim() !== '')
    const read = shape.safeParse(Object.fromEntries(given))
    if (!read.success) return { wrong: fieldsOf(read.error) }
    const { currency: _, ...values } = read.data
    return { values }
  }
}
