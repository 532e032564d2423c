import { addCardAndAddress } from './cards-and-addresses.ts'
import type { SignedInCast } from './sign-up-cast.ts'

type Sold = { order: string; code: string; product: string; total: number }
type Sale = {
  title?: string
  sku?: string
  price?: number
  weightGrams?: number
  quantity?: number
  address?: string
}

/** Fox & Fern with a card and an address. It buys what Maison Ours puts on sale for it. */
export async function openTradeWithFox({ as, own, ours, fox }: SignedInCast) {
  await addCardAndAddress(as.rita, fox)
  return {
    /** Sells one order of one product, which then waits to be shipped. */
    sell: async ({ quantity = 1, address, ...more }: Sale = {}): Promise<Sold> => {
      const product = { title: 'Ceramic bear', price: 1600, quantity, weightGrams: 400, ...more }
      const { id } = (await as.selma.post(`${ours}/products`, product)).body
      const items = [{ product: id, quantity }]
      const bought = await as.rita.post(`${fox}/purchases`, {
        seller: own.olga,
        items,
        ...(address && { address }),
      })
      if (bought.status !== 201) throw new Error(`nothing bought: ${JSON.stringify(bought.body)}`)
      return { order: bought.body.id, code: bought.body.code, product: id, total: bought.body.total }
    },
    /** Adds another address of Fox & Fern. Orders to it go into another shipment. */
    addressIn: async (city: string): Promise<string> => {
      const address = {
        name: 'Rita Fox',
        line1: `7 rue de ${city}`,
        postalCode: '69001',
        city,
        country: 'FR',
      }
      return (await as.rita.post(`${fox}/addresses`, address)).body.id
    },
  }
}
export type TradeWithFox = Awaited<ReturnType<typeof openTradeWithFox>>
