import { z } from 'zod'
import { line, lines } from '../ground/text.ts'
import { PhotoView, type PhotoView as Shown } from './photos.ts'
import { conditions, type products, sales } from './tables.ts'

/** What a product is made of, each field within its limits. */
export const fields = {
  title: line(200),
  /** In minor units of the account's currency, at most a million units; of an auction, its starting bid. */
  price: z.int().min(1).max(100_000_000),
  description: lines(5000),
  category: line(80, 0),
  /** The seller's own number for it. */
  sku: line(80, 0),
  condition: z.enum(conditions),
  /** At a price, or by auction in a show. */
  sale: z.enum(sales),
  /** Of one, packed; 0: not known. */
  weightGrams: z.int().min(0).max(100_000),
  /** Not yet on sale. */
  draft: z.boolean(),
}

export const ProductChange = z.strictObject(fields).partial()
export const NewProduct = ProductChange.required({ title: true, price: true }).extend({
  quantity: z.int().min(0).max(1_000_000),
})

export const productStates = ['active', 'draft', 'sold_out', 'archived'] as const
export type ProductState = (typeof productStates)[number]

export const Product = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    sku: z.string(),
    condition: z.enum(conditions),
    sale: z.enum(sales),
    price: z.int(),
    currency: z.string(),
    weightGrams: z.int(),
    /** In stock: the sum of its movements. */
    quantity: z.int(),
    status: z.enum(productStates),
    /** In their order; the first stands for the product. */
    photos: z.array(PhotoView),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: 'Product' })

type Row = typeof products.$inferSelect

export const stateOf = ({ archivedAt, draft, stock }: Pick<Row, 'archivedAt' | 'draft' | 'stock'>) =>
  archivedAt ? 'archived' : draft ? 'draft' : stock > 0 ? 'active' : 'sold_out'

export const view = (product: Row, currency: string, photos: Shown[]): z.input<typeof Product> => ({
  ...product,
  currency,
  quantity: product.stock,
  status: stateOf(product),
  photos,
})

/** What of a change would differ; a field left out stays as it is. */
export const differing = <C extends { [K in keyof Row]?: Row[K] | undefined }>(
  before: { [K in keyof C]?: unknown },
  change: C,
) =>
  Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && value !== before[field as keyof C],
    ),
  ) as { [K in keyof C]?: Exclude<C[K], undefined> }
