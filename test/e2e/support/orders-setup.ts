import { sandboxCards } from '../../../cast/cards-and-addresses.ts'
import type { BrowserUser, E2eWorld } from './fixtures.ts'
import { connectCardsAndAddress, putOnSale } from './spending-setup.ts'

type Sold = { id: string; code: string; shipment: string }

/** A person with a card and an address, who buys what the seller puts on sale for them. */
export async function createRepeatBuyer(house: E2eWorld, seller: BrowserUser, name: string) {
  const rita = await house.guest(name)
  await connectCardsAndAddress(rita, sandboxCards.good)
  const purchases = `/accounts/${rita.account}/purchases`
  return {
    guest: rita,
    buys: async (more: object = {}): Promise<Sold> => {
      const product = await putOnSale(seller, { weightGrams: 400, ...more })
      const wanted = { seller: seller.account, items: [{ product, quantity: 1 }] }
      const { id, code } = await rita.api('POST', purchases, wanted)
      const { shipment } = await seller.api('GET', `/accounts/${seller.account}/orders/${id}`)
      return { id, code, shipment: shipment.id }
    },
    asks: ({ id }: Sold, reason: string) => rita.api('POST', `${purchases}/${id}/cancellation`, { reason }),
  }
}

/** The pages for orders and shipments in various statuses, with cancellation requests and refunds. */
export async function orderPageUrls(house: E2eWorld, seller: BrowserUser, name: string): Promise<string[]> {
  const rita = await createRepeatBuyer(house, seller, `Edda ${name}`)
  const own = `/accounts/${seller.account}`
  const ship = (shipment: string, act: string, body: object = {}) =>
    seller.api('POST', `${own}/shipments/${shipment}/${act}`, body)

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
    `${orders}/shipments`,
    ...[delivered.shipment, labelled.shipment, asked.shipment, alone.id].map(
      (id) => `${orders}/shipments/${id}`,
    ),
    `${orders}/cancellations`,
    `${orders}/cancellations?status=settled`,
    `${orders}/pack`,
  ]
}
