import { sandboxCards } from '../../../cast/cards-and-addresses.ts'
import type { BrowserUser, E2eWorld } from './fixtures.ts'

/** Puts a product on sale. @returns its id */
export async function putOnSale({ api, account }: BrowserUser, more: object = {}): Promise<string> {
  const product = { title: 'Ceramic bear', price: 1600, quantity: 5, ...more }
  return (await api('POST', `/accounts/${account}/products`, product)).id
}

/** Connects cards and adds an address as an Owner. @returns the methods' ids */
export async function connectCardsAndAddress(
  { api, account, name }: BrowserUser,
  ...numbers: string[]
): Promise<string[]> {
  const methods: string[] = []
  for (const number of numbers) {
    const card = { number, expMonth: 12, expYear: new Date().getUTCFullYear() + 3, cvc: '123' }
    methods.push((await api('POST', `/accounts/${account}/payment-methods`, card)).id)
  }
  const home = { name, line1: '4 Fern Lane', postalCode: 'E8 3PN', city: 'London', country: 'GB' }
  await api('POST', `/accounts/${account}/addresses`, home)
  return methods
}

/** The pages for buying, with a paid purchase, one that needs a confirmation, and a full cart. */
export async function spendingPageUrls(house: E2eWorld, buyer: BrowserUser, name: string): Promise<string[]> {
  const rita = await house.guest(`Rita ${name}`)
  const product = await putOnSale(rita)
  const [good, confirm] = await connectCardsAndAddress(buyer, sandboxCards.good, sandboxCards.confirm)
  const wanted = { seller: rita.account, items: [{ product, quantity: 1 }] }
  const own = `/accounts/${buyer.account}`
  const paid = await buyer.api('POST', `${own}/purchases`, { ...wanted, method: good })
  await buyer.api('POST', `${own}/purchases/${paid.id}/cancellation`, { reason: 'Bought twice' })
  const pending = await buyer.api('POST', `${own}/purchases`, { ...wanted, method: confirm })
  await buyer.api('POST', `${own}/cart`, { seller: rita.account, product, quantity: 2 })
  const spending = `/dashboard/${buyer.account}/spending`
  return [
    spending,
    `${spending}?status=failed`,
    `${spending}/cart`,
    `${spending}/addresses`,
    `${spending}/checkout?shop=${rita.shop}&product=${product}&quantity=2`,
    `${spending}/checkout?seller=${rita.account}`,
    `${spending}/purchases/${paid.id}`,
    `${spending}/purchases/${pending.id}`,
    `${spending}/purchases/${pending.id}/confirm`,
    `/dashboard/${buyer.account}/settings/payment-methods`,
  ]
}
