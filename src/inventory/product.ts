import { z } from 'zod'
import { PhotoView, type PhotoView as Shown } from '../platform/files/photo-urls.ts'
import { multiLine, singleLine } from '../platform/text-schemas.ts'
import type { products } from './tables.ts'
import {
  maxProductGrams,
  maxProductPrice,
  productConditions,
  productLimits,
  productStatuses,
  saleKinds,
} from './vocabulary.ts'

/** The fields of a product with their limits. */
export const productFields = {
  title: singleLine(productLimits.title),
  price: z
    .int()
    .min(1)
    .max(maxProductPrice)
    .describe(
      "In minor units of the account's currency, at most a million units. For a product that is sold by auction: the starting bid.",
    ),
  description: multiLine(productLimits.description),
  category: singleLine(productLimits.category, 0),
  sku: singleLine(productLimits.sku, 0).describe("The seller's own article number."),
  condition: z.enum(productConditions),
  sale: z
    .enum(saleKinds)
    .describe("`fixed`: sold at a price on the shop's page. `auction`: sold by auction in a show."),
  weightGrams: z.int().min(0).max(maxProductGrams).describe('The weight of one item, packed; 0: unknown.'),
  draft: z.boolean().describe('Whether the product is not on sale yet.'),
}

export const ProductChange = z.strictObject(productFields).partial()
export const NewProduct = ProductChange.required({ title: true, price: true }).extend({
  quantity: z.int().min(0).max(1_000_000).describe('How many are in stock at first.'),
})

export const Product = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    sku: z.string(),
    condition: z.enum(productConditions),
    sale: z.enum(saleKinds),
    price: z
      .int()
      .describe('In minor units of `currency`. For a product that is sold by auction: the starting bid.'),
    currency: z.string().describe("The ISO 4217 code of the account's currency."),
    weightGrams: z.int().describe('The weight of one item, packed; 0: unknown.'),
    quantity: z.int().describe('How many are in stock; the sum of the stock movements.'),
    status: z.enum(productStatuses),
    photos: z.array(PhotoView).describe('In their order; lists show the first one.'),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: 'Product' })

type Row = typeof products.$inferSelect

export const productStatusOf = ({
  archivedAt,
  draft,
  quantity,
}: Pick<Row, 'archivedAt' | 'draft' | 'quantity'>) =>
  archivedAt ? 'archived' : draft ? 'draft' : quantity > 0 ? 'active' : 'sold_out'

export const toProductView = (product: Row, currency: string, photos: Shown[]): z.input<typeof Product> => ({
  id: product.id,
  title: product.title,
  description: product.description,
  category: product.category,
  sku: product.sku,
  condition: product.condition,
  sale: product.sale,
  price: product.price,
  currency,
  weightGrams: product.weightGrams,
  quantity: product.quantity,
  status: productStatusOf(product),
  photos,
  createdAt: product.createdAt,
  updatedAt: product.updatedAt,
})

/** The fields of a change that differ from the current values. A field that is left out stays as it is. */
export const changedFields = <C extends { [K in keyof Row]?: Row[K] | undefined }>(
  before: { [K in keyof C]?: unknown },
  change: C,
) =>
  Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && value !== before[field as keyof C],
    ),
  ) as { [K in keyof C]?: Exclude<C[K], undefined> }
