/** The limits of the lines of a delivery address, in characters. */
export const addressLimits = {
  name: 100,
  line1: 120,
  line2: 120,
  postalCode: 16,
  city: 80,
  region: 80,
} as const
/** How many items of one product can be in the cart or be bought at once. */
export const maxPurchaseQuantity = 999
