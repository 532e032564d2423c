import { addCardAndAddress, castAddresses, sandboxCards } from '../../../cast/cards-and-addresses.ts'
import { memoize } from '../memoize.ts'
import type { CastWorld, OperationSample } from './operation-samples.ts'

const cart = '/accounts/:account/cart'
const own = '/accounts/:account/addresses'
const purchases = '/accounts/:account/purchases'
const one = `${purchases}/:purchase`

/** Valid inputs of the operations for buying: Maison Ours buys from Fox & Fern. */
export const spendingSamples: Record<string, OperationSample> = {
  [`GET ${cart}`]: {},
  [`POST ${cart}`]: { body: async (theatre) => ({ ...(await fern(theatre)), quantity: 1 }) },
  [`PATCH ${cart}/:product`]: { before: inTheCart, body: () => ({ quantity: 2 }) },
  [`DELETE ${cart}/:product`]: { before: inTheCart },
  [`GET ${own}`]: {},
  [`POST ${own}`]: { body: () => castAddresses.lyon },
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
  address: async ({ as, ours }: CastWorld) =>
    (await as.olga.post(`${ours}/addresses`, castAddresses.lyon)).body.id as string,
  purchase: memoize((theatre) => bought(theatre)),
}

/** A product of Fox & Fern with enough stock. */
async function fern({ as, fox, own }: CastWorld): Promise<{ seller: string; product: string }> {
  const made = await as.rita.post(`${fox}/products`, { title: 'Potted fern', price: 1200, quantity: 50 })
  return { seller: own.rita, product: made.body.id }
}

async function basket(theatre: CastWorld) {
  const { seller, product } = await fern(theatre)
  return { seller, items: [{ product, quantity: 1 }] }
}

async function inTheCart(theatre: CastWorld): Promise<string> {
  const { as, ours } = theatre
  const added = await fern(theatre)
  await as.olga.post(`${ours}/cart`, { ...added, quantity: 1 })
  return added.product
}

const withCard = memoize(({ as, ours }) => addCardAndAddress(as.olga, ours))

async function ready(theatre: CastWorld) {
  await withCard(theatre)
  return undefined
}

async function bought(theatre: CastWorld, method?: string): Promise<string> {
  const { as, ours } = theatre
  await ready(theatre)
  const { status, body } = await as.olga.post(`${ours}/purchases`, {
    ...(await basket(theatre)),
    ...(method && { method }),
  })
  if (status !== 201) throw new Error(`nothing bought: ${JSON.stringify(body)}`)
  return body.id
}

async function awaitingTheBank(theatre: CastWorld): Promise<string> {
  return bought(theatre, await strictCard(theatre))
}
const strictCard = memoize(
  async ({ as, ours }) => (await addCardAndAddress(as.olga, ours, sandboxCards.confirm)).method,
)
