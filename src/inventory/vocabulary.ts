export const productConditions = ['new', 'like_new', 'good', 'fair', 'for_parts'] as const
/**
 * `fixed`: sold at a price on the shop's page. `auction`: sold by auction in a show, where the price is the starting
 * bid.
 */
export const saleKinds = ['fixed', 'auction'] as const
export const productStates = ['active', 'draft', 'sold_out', 'archived'] as const
export type ProductState = (typeof productStates)[number]

export const movementReasons = [
  'initial',
  'received',
  'sold',
  'cancelled',
  'returned',
  'damaged',
  'correction',
] as const

/** Why a member changes the stock by hand: it comes in, or goes out. A correction goes both ways. */
export const manualMovementReasons = {
  in: ['received', 'returned', 'correction'],
  out: ['damaged', 'correction'],
} as const satisfies Record<string, readonly (typeof movementReasons)[number][]>

/** Characters that the texts of a product may have. */
export const productLimits = {
  title: 200,
  description: 5000,
  category: 80,
  sku: 80,
  movementNote: 200,
} as const
/** Grams that one product may weigh, packed. */
export const maxProductGrams = 100_000
/** Minor units that a product may cost: a million units of a currency with cents. */
export const maxProductPrice = 100_000_000
export const maxProductPhotos = 10
/** Visitors are told of at most this many pieces, so that the stock is not public. The public views contain it, too. */
export const maxPublicStock = 10
