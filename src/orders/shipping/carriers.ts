import { createHash } from 'node:crypto'
import type { ShippingBand } from '../../platform/config.ts'
import { knownCarriers } from '../vocabulary.ts'
import { shippingPrice } from './shipping-price.ts'

/** What a carrier needs to know about a shipment. */
export type ShipmentToSend = {
  /** Our idempotency key: repeated requests with the same id and attempt return the same label. */
  id: string
  /** Counts from 0 and is increased if the tracking number is already in use. */
  attempt: number
  weightGrams: number
}

/** A carrier that makes labels for the platform and transports the shipments. */
export type Carrier = {
  name: string
  /** The price of a label, in minor units. */
  price(weightGrams: number): number
  label(shipment: ShipmentToSend): Promise<{ tracking: string }>
}

/** The prices of the sandbox's labels: a little less than buyers pay for shipping by default. */
const bands: ShippingBand[] = [
  { upTo: 250, price: 390 },
  { upTo: 500, price: 490 },
  { upTo: 1000, price: 690 },
  { upTo: 2000, price: 850 },
  { upTo: 5000, price: 1190 },
  { upTo: 10_000, price: 1690 },
  { upTo: 30_000, price: 2490 },
]

/** A simulated carrier. Its labels can be scanned, but are not valid for postage. */
export const sandboxCarrier: Carrier = {
  name: 'sandbox',
  price: (weightGrams) => shippingPrice(bands, weightGrams),
  label: async ({ id, attempt }) => {
    const hash = createHash('sha256').update(`${id} ${attempt}`).digest()
    const serial = String(hash.readUInt32BE() % 100_000_000).padStart(8, '0')
    return { tracking: `SD${serial}${trackingCheckDigit(serial)}FR` }
  },
}

/** The check digit of a tracking number according to standard S10 of the Universal Postal Union. */
export function trackingCheckDigit(serial: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(serial[place]), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}

/** The name of a shipment's carrier, and the address of its tracking page. */
export function carrierOf({ carrier, tracking }: { carrier: string | null; tracking: string | null }) {
  if (!carrier) return null
  const [name, link] =
    carrier in knownCarriers ? knownCarriers[carrier as keyof typeof knownCarriers] : [null, null]
  return { id: carrier, name, link: link && tracking ? link + encodeURIComponent(tracking) : null }
}
