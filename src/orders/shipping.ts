import type { Band } from '../ground/config.ts'

/** What shipping costs by weight: the first band that holds it; what is heavier than all costs what the last does. */
export function shippingPrice(bands: Band[], grams: number): number {
  const band = bands.find(({ upTo }) => grams <= upTo) ?? bands.at(-1)
  return band?.price ?? 0
}
