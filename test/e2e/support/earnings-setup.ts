import { sandboxCards } from '../../../cast/cards-and-addresses.ts'
import type { BrowserUser, E2eWorld } from './fixtures.ts'
import { connectCardsAndAddress, putOnSale } from './spending-setup.ts'

/** A person with a card, who buys from the seller repeatedly. */
export async function createBuyer(house: E2eWorld, seller: BrowserUser, name: string) {
  const rita = await house.guest(name)
  await connectCardsAndAddress(rita, sandboxCards.good)
  const shop = `/accounts/${seller.account}`
  return {
    /** @returns the order's id */
    buys: async (price: number, title: string): Promise<string> => {
      const product = await putOnSale(seller, { title, price, weightGrams: 200 })
      const wanted = { seller: seller.account, items: [{ product, quantity: 1 }] }
      return (await rita.api('POST', `/accounts/${rita.account}/purchases`, wanted)).id
    },
    /** The order's shipment gets a label, leaves and is delivered. */
    receives: async (order: string): Promise<void> => {
      const sold = await seller.api('GET', `${shop}/orders/${order}`)
      const shipment = `${shop}/shipments/${sold.shipment.id}`
      await seller.api('POST', `${shipment}/tracking`, { carrier: 'ups', number: '1Z999AA10123456784' })
      await seller.api('POST', `${shipment}/progress`, { status: 'delivered' })
    },
  }
}

/** The pages for an Owner's earnings, with a sale, a delivery and a payout. */
export async function moneyPageUrls(
  house: E2eWorld,
  seller: BrowserUser,
  name: string,
  password: string,
): Promise<string[]> {
  const rita = await createBuyer(house, seller, `Bruno ${name}`)
  await rita.receives(await rita.buys(9_000, 'Brass lamp'))
  await rita.buys(4_000, 'Linen shirt')
  const own = `/accounts/${seller.account}`
  const details = { kind: 'iban', holder: seller.name, iban: 'DE89370400440532013000', password }
  await seller.api('POST', `${own}/payout-details`, details)
  await seller.api('POST', `${own}/payouts`, { amount: 2_500 })
  const reports = `/dashboard/${seller.account}/reports`
  return [
    reports,
    `${reports}?from=2020-01-01&to=2020-01-31`,
    `${reports}/ledger`,
    `${reports}/ledger?kind=label`,
    `/dashboard/${seller.account}/settings/payouts`,
  ]
}
