import { cards } from '../../cast/buyers.ts'
import { offer, readyToBuy } from './buying.ts'
import type { Guest, House } from './house.ts'

/** Somebody with a card buys from the seller, again and again. */
export async function customer(house: House, seller: Guest, name: string) {
  const rita = await house.guest(name)
  await readyToBuy(rita, cards.good)
  const shop = `/accounts/${seller.account}`
  return {
    /** @returns the order's id */
    buys: async (price: number, title: string): Promise<string> => {
      const product = await offer(seller, { title, price, weightGrams: 200 })
      const wanted = { seller: seller.account, items: [{ product, quantity: 1 }] }
      return (await rita.api('POST', `/accounts/${rita.account}/purchases`, wanted)).id
    },
    /** Its parcel gets a label, leaves and arrives. */
    receives: async (order: string): Promise<void> => {
      const { shipment } = await seller.api('GET', `${shop}/orders/${order}`)
      const parcel = `${shop}/shipments/${shipment.id}`
      await seller.api('POST', `${parcel}/tracking`, { carrier: 'ups', number: '1Z999AA10123456784' })
      await seller.api('POST', `${parcel}/progress`, { status: 'delivered' })
    },
  }
}

/** Where an Owner meets what was earned: with something sold, delivered and paid out. */
export async function moneyPages(
  house: House,
  seller: Guest,
  name: string,
  password: string,
): Promise<string[]> {
  const rita = await customer(house, seller, `Bruno ${name}`)
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
