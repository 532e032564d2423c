import { cards } from '../../cast/buyers.ts'
import { offer, readyToBuy } from './buying.ts'
import type { Guest, House } from './house.ts'

type Sold = { id: string; code: string; shipment: string }

/** Somebody with a card and an address, who buys what the seller puts on sale for them. */
export async function regular(house: House, seller: Guest, name: string) {
  const rita = await house.guest(name)
  await readyToBuy(rita, cards.good)
  const purchases = `/accounts/${rita.account}/purchases`
  return {
    guest: rita,
    buys: async (more: object = {}): Promise<Sold> => {
      const product = await offer(seller, { weightGrams: 400, ...more })
      const wanted = { seller: seller.account, items: [{ product, quantity: 1 }] }
      const { id, code } = await rita.api('POST', purchases, wanted)
      const { shipment } = await seller.api('GET', `/accounts/${seller.account}/orders/${id}`)
      return { id, code, shipment: shipment.id }
    },
    asks: ({ id }: Sold, reason: string) => rita.api('POST', `${purchases}/${id}/cancellation`, { reason }),
  }
}

/** Where a seller meets orders and parcels: each in another state, with requests and refunds. */
export async function orderPages(house: House, seller: Guest, name: string): Promise<string[]> {
  const rita = await regular(house, seller, `Edda ${name}`)
  const own = `/accounts/${seller.account}`
  const ship = (parcel: string, act: string, body: object = {}) =>
    seller.api('POST', `${own}/shipments/${parcel}/${act}`, body)

  const delivered = await rita.buys()
  await ship(delivered.shipment, 'label')
  await ship(delivered.shipment, 'progress', { status: 'delivered' })
  await seller.api('POST', `${own}/orders/${delivered.id}/refunds`, { amount: 300, reason: 'A chip' })
  await seller.api('POST', `${own}/orders/${delivered.id}/refund-suggestions`, { amount: 200 })
  const labelled = await rita.buys()
  await ship(labelled.shipment, 'tracking', { carrier: 'colissimo', number: '6A12345678901' })
  const declined = await rita.buys()
  await rita.asks(declined, 'Bought twice')
  const [request] = (await seller.api('GET', `${own}/cancellations`)).items
  await seller.api('POST', `${own}/cancellations/${request.id}/decline`, { answer: 'It is packed already' })
  const asked = await rita.buys()
  await rita.asks(asked, 'The wrong size')
  const [open] = (await seller.api('GET', `${own}/cancellations`)).items
  await seller.api('POST', `${own}/cancellations/${open.id}/suggestion`, {
    suggestion: 'accept',
    note: 'Fine',
  })
  const alone = await ship(asked.shipment, 'split', { orders: [declined.id] })

  const orders = `/dashboard/${seller.account}/orders`
  return [
    orders,
    `${orders}?status=to_ship`,
    `${orders}?search=nothing-has-this`,
    ...[delivered, labelled, asked].map(({ id }) => `${orders}/${id}`),
    `${orders}/parcels`,
    ...[delivered.shipment, labelled.shipment, asked.shipment, alone.id].map(
      (id) => `${orders}/parcels/${id}`,
    ),
    `${orders}/cancellations`,
    `${orders}/cancellations?state=settled`,
    `${orders}/pack`,
  ]
}
