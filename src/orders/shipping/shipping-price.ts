import type { ShippingBand } from '../../platform/config.ts'

/**
 * The price of shipping a weight in grams: of the first band that includes it, or of the last band if it is heavier
 * than all.
 */
export function shippingPrice(bands: ShippingBand[], grams: number): number {
  const band = bands.find(({ upTo }) => grams <= upTo) ?? bands.at(-1)
  return band?.price ?? 0
}
