export const productConditions = ['new', 'like_new', 'good', 'fair', 'for_parts'] as const
/**
 * `fixed`: sold at a price on the shop's page. `auction`: sold by auction in a show, where the price is the starting
 * bid.
 */
export const saleKinds = ['fixed', 'auction'] as const
export const productStatuses = ['active', 'draft', 'sold_out', 'archived'] as const
export type ProductStatus = (typeof productStatuses)[number]

export const movementReasons = [
  'initial',
  'received',
  'sold',
  'cancelled',
  'returned',
  'damaged',
  'correction',
] as const

/** The reasons that a member can choose for adding to stock (`in`) and for taking from it (`out`). */
export const manualMovementReasons = {
  in: ['received', 'returned', 'correction'],
  out: ['damaged', 'correction'],
} as const satisfies Record<string, readonly (typeof movementReasons)[number][]>

/** The limits of a product's texts, in characters. */
export const productLimits = {
  title: 200,
  description: 5000,
  category: 80,
  sku: 80,
  movementNote: 200,
} as const
/** The maximum weight of one item, packed, in grams. */
export const maxProductGrams = 100_000
/** The maximum price in minor units: a million units of a currency with cents. */
export const maxProductPrice = 100_000_000
export const maxProductPhotos = 10
/**
 * Visitors see at most this number as the stock, so that the exact stock is not public. The public views (migrations)
 * contain the same number.
 */
export const maxPublicStock = 10
