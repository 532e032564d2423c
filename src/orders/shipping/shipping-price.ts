import type { ShippingBand } from '../../platform/config.ts'

/**
 * The price of shipping a weight in grams: that of the first band that includes the weight, or that of the last band if
 * the weight is above all bands.
 */
export function shippingPrice(bands: ShippingBand[], grams: number): number {
  const band = bands.find(({ upTo }) => grams <= upTo) ?? bands.at(-1)
  return band?.price ?? 0
}
