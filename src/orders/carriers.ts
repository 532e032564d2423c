import { createHash } from 'node:crypto'
import type { Band } from '../ground/config.ts'
import { shippingPrice } from './shipping.ts'

/** A parcel as a carrier needs to know it. */
export type ToSend = {
  /** Ours: however often it is asked for one parcel and try, it is one label. */
  id: string
  /** From 0 on; higher where a number turned out to be taken. */
  attempt: number
  weightGrams: number
}

/** Who makes labels for us and carries what they are on. */
export type Carrier = {
  name: string
  /** What a label costs, in minor units. */
  price(weightGrams: number): number
  label(parcel: ToSend): Promise<{ tracking: string }>
}

/** What the sandbox's labels cost: a little less than buyers pay for shipping by default. */
const bands: Band[] = [
  { upTo: 250, price: 390 },
  { upTo: 500, price: 490 },
  { upTo: 1000, price: 690 },
  { upTo: 2000, price: 850 },
  { upTo: 5000, price: 1190 },
  { upTo: 10_000, price: 1690 },
  { upTo: 30_000, price: 2490 },
]

/** A carrier that carries nothing: its labels scan, and are not valid for postage. */
export const sandboxCarrier: Carrier = {
  name: 'sandbox',
  price: (weightGrams) => shippingPrice(bands, weightGrams),
  label: async ({ id, attempt }) => {
    const hash = createHash('sha256').update(`${id} ${attempt}`).digest()
    const serial = String(hash.readUInt32BE() % 100_000_000).padStart(8, '0')
    return { tracking: `SD${serial}${checkDigit(serial)}FR` }
  },
}

/** Source: Universal Postal Union, standard S10: weights, modulo 11. */
export function checkDigit(serial: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(serial[place]), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}

/** Carriers of labels that people bring themselves: their names, and where they show how a parcel is doing. */
const known = {
  colissimo: ['La Poste / Colissimo', 'https://www.laposte.fr/outils/suivre-vos-envois?code='],
  chronopost: ['Chronopost', 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT='],
  mondial_relay: ['Mondial Relay', 'https://www.mondialrelay.fr/suivi-de-colis?numeroExpedition='],
  dhl: ['DHL', 'https://www.dhl.com/en/express/tracking.html?AWB='],
  dpd: ['DPD', 'https://tracking.dpd.de/parcelstatus?query='],
  gls: ['GLS', 'https://gls-group.com/track/'],
  ups: ['UPS', 'https://www.ups.com/track?tracknum='],
  fedex: ['FedEx', 'https://www.fedex.com/fedextrack/?trknbr='],
  usps: ['USPS', 'https://tools.usps.com/go/TrackConfirmAction?tLabels='],
  royal_mail: ['Royal Mail', 'https://www.royalmail.com/track-your-item#/tracking-results/'],
  evri: ['Evri', 'https://www.evri.com/track/parcel/'],
  deutsche_post: ['Deutsche Post', 'https://www.deutschepost.de/sendung/simpleQueryResult.html?piececode='],
  bpost: ['bpost', 'https://track.bpost.cloud/btr/web/#/search?itemCode='],
  postnl: ['PostNL', 'https://jouw.postnl.nl/track-and-trace/'],
  canada_post: ['Canada Post', 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor='],
} as const

export const carrierNames = [...(Object.keys(known) as (keyof typeof known)[]), 'other'] as const
export type CarrierName = (typeof carrierNames)[number]

/** How a parcel's carrier is called, and where it can be followed. */
export function carrierOf({ carrier, tracking }: { carrier: string | null; tracking: string | null }) {
  if (!carrier) return null
  const [name, link] = carrier in known ? known[carrier as keyof typeof known] : [null, null]
  return { id: carrier, name, link: link && tracking ? link + encodeURIComponent(tracking) : null }
}
