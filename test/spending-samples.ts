import { addresses, cards, readyToBuy } from '../cast/buyers.ts'
import { once } from './once.ts'
import type { Sample, Theatre } from './samples.ts'

const cart = '/accounts/:account/cart'
const own = '/accounts/:account/addresses'
const purchases = '/accounts/:account/purchases'
const one = `${purchases}/:purchase`

/** What the operations of buying take: Maison Ours buys from Fox & Fern. */
export const spendingSamples: Record<string, Sample> = {
  [`GET ${cart}`]: {},
  [`POST ${cart}`]: { body: async (theatre) => ({ ...(await fern(theatre)), quantity: 1 }) },
  [`PATCH ${cart}/:product`]: { before: inTheCart, body: () => ({ quantity: 2 }) },
  [`DELETE ${cart}/:product`]: { before: inTheCart },
  [`GET ${own}`]: {},
  [`POST ${own}`]: { body: () => addresses.lyon },
  [`PATCH ${own}/:address`]: { body: () => ({ city: 'Villeurbanne' }) },
  [`DELETE ${own}/:address`]: {},
  [`GET ${purchases}`]: {},
  [`POST ${purchases}`]: { before: ready, body: basket },
  [`POST ${purchases}/quote`]: { body: basket },
  [`GET ${one}`]: {},
  [`POST ${one}/confirmation`]: { before: awaitingTheBank, body: () => ({ approve: true }) },
  [`POST ${one}/cancellation`]: {
    before: (theatre) => bought(theatre),
    body: () => ({ reason: 'Bought twice' }),
  },
}

export const spendingThings = {
  address: async ({ as, ours }: Theatre) =>
    (await as.olga.post(`${ours}/addresses`, addresses.lyon)).body.id as string,
  purchase: once((theatre) => bought(theatre)),
}

/** A product of Fox & Fern's, of which there is enough. */
async function fern({ as, fox, own }: Theatre): Promise<{ seller: string; product: string }> {
  const made = await as.rita.post(`${fox}/products`, { title: 'Potted fern', price: 1200, quantity: 50 })
  return { seller: own.rita, product: made.body.id }
}

async function basket(theatre: Theatre) {
  const { seller, product } = await fern(theatre)
  return { seller, items: [{ product, quantity: 1 }] }
}

async function inTheCart(theatre: Theatre): Promise<string> {
  const { as, ours } = theatre
  const added = await fern(theatre)
  await as.olga.post(`${ours}/cart`, { ...added, quantity: 1 })
  return added.product
}

const withCard = once(({ as, ours }) => readyToBuy(as.olga, ours))

async function ready(theatre: Theatre) {
  await withCard(theatre)
  return undefined
}

async function bought(theatre: Theatre, method?: string): Promise<string> {
  const { as, ours } = theatre
  await ready(theatre)
  const { status, body } = await as.olga.post(`${ours}/purchases`, {
    ...(await basket(theatre)),
    ...(method && { method }),
  })
  if (status !== 201) throw new Error(`nothing bought: ${JSON.stringify(body)}`)
  return body.id
}

async function awaitingTheBank(theatre: Theatre): Promise<string> {
  return bought(theatre, await strictCard(theatre))
}
const strictCard = once(async ({ as, ours }) => (await readyToBuy(as.olga, ours, cards.confirm)).method)
