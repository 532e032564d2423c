export const orderStatuses = ['pending', 'pending_fulfillment', 'completed', 'cancelled', 'failed'] as const
/** What lists of orders can be filtered by. `to_ship`: paid orders whose shipment has no label yet. */
export const orderListStatuses = ['to_ship', ...orderStatuses] as const
export const shipmentStatuses = [
  'created',
  'label_generated',
  'dropped_off',
  'in_transit',
  'delivered',
  'failed',
  'cancelled',
] as const
/** Whether a cancellation request waits for an answer. */
export const cancellationRequestStatuses = ['open', 'settled'] as const
export const bulkShippingActs = ['label', 'packed', 'dropped_off', 'delivered'] as const

/** Carriers of labels that members buy elsewhere: their names and the addresses of their tracking pages. */
export const knownCarriers = {
  colissimo: ['La Poste / Colissimo', 'https://www.laposte.fr/outils/suivre-vos-envois?code='],
  chronopost: ['Chronopost', 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT='],
  mondial_relay: ['Mondial Relay', 'https://www.mondialrelay.fr/suivi-de-colis?numeroExpedition='],
  bpost: ['bpost', 'https://track.bpost.cloud/btr/web/#/search?itemCode='],
  canada_post: ['Canada Post', 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor='],
  deutsche_post: ['Deutsche Post', 'https://www.deutschepost.de/sendung/simpleQueryResult.html?piececode='],
  dhl: ['DHL', 'https://www.dhl.com/en/express/tracking.html?AWB='],
  dpd: ['DPD', 'https://tracking.dpd.de/parcelstatus?query='],
  evri: ['Evri', 'https://www.evri.com/track/parcel/'],
  fedex: ['FedEx', 'https://www.fedex.com/fedextrack/?trknbr='],
  gls: ['GLS', 'https://gls-group.com/track/'],
  postnl: ['PostNL', 'https://jouw.postnl.nl/track-and-trace/'],
  royal_mail: ['Royal Mail', 'https://www.royalmail.com/track-your-item#/tracking-results/'],
  ups: ['UPS', 'https://www.ups.com/track?tracknum='],
  usps: ['USPS', 'https://tools.usps.com/go/TrackConfirmAction?tLabels='],
} as const

type KnownCarrier = keyof typeof knownCarriers
export const carrierNames = [...(Object.keys(knownCarriers) as KnownCarrier[]), 'other'] as const
export type CarrierName = (typeof carrierNames)[number]

/** The limits of texts about orders, in characters. */
export const orderLimits = {
  cancellationReason: 500,
  /** The answer to a cancellation request, or the note of a suggested answer. */
  cancellationAnswer: 300,
  refundReason: 200,
  /** A tracking number or an order's code, with room for the spaces that people type. */
  scannedCode: 60,
} as const
/** How much a shipment can weigh, and how long each of its sides can be. */
export const shipmentLimits = { grams: 100_000, centimetres: 500 } as const
