import { vi } from 'vitest'
import { openTradeWithFox, type TradeWithFox } from '../../../cast/trade-with-fox.ts'
import { memoize } from '../memoize.ts'
import type { CastWorld, OperationSample } from './operation-samples.ts'

const orders = '/accounts/:account/orders'
const shipments = '/accounts/:account/shipments'
const one = `${shipments}/:shipment`
const cancellations = '/accounts/:account/cancellations'
const amount = { body: () => ({ amount: 1, reason: 'A chip in the glaze' }) }

/** The second thing that the latest `before` created, besides the shipment that it returned. */
let other = ''

/** Valid inputs of the operations on orders, shipments and cancellation requests. */
export const orderSamples: Record<string, OperationSample> = {
  [`GET ${orders}`]: {},
  [`GET ${orders}/:order`]: {},
  [`POST ${orders}/:order/refunds`]: amount,
  [`POST ${orders}/:order/refund-suggestions`]: amount,
  [`POST ${orders}/:order/refunds/:refund/accept`]: {},
  [`POST ${orders}/:order/refunds/:refund/dismiss`]: {},
  [`GET ${shipments}`]: {},
  [`GET ${shipments}/scan`]: {},
  [`GET ${shipments}/tasks`]: {},
  [`POST ${shipments}/tasks`]: {
    before: untilNoneRuns,
    body: async (theatre) => ({ act: 'packed', shipments: [await labelled(theatre)] }),
  },
  [`GET ${shipments}/tasks/:task`]: {},
  [`POST ${shipments}/tasks/:task/stop`]: {},
  [`GET ${one}`]: {},
  [`PATCH ${one}`]: { before: fresh, body: () => ({ weightGrams: 900, lengthCm: 30 }) },
  [`POST ${one}/split`]: { before: ofTwo, body: () => ({ orders: [other] }) },
  [`POST ${one}/merge`]: { before: twoParts, body: () => ({ shipment: other }) },
  [`POST ${one}/tracking`]: { before: fresh, body: () => ({ carrier: 'ups', number: '1Z999AA10123456784' }) },
  [`POST ${one}/packed`]: {},
  [`POST ${one}/progress`]: { before: freshlyLabelled, body: () => ({ status: 'dropped_off' }) },
  [`POST ${one}/label`]: { before: fresh },
  [`GET ${one}/label.pdf`]: {},
  [`GET ${one}/slip.pdf`]: {},
  'GET /accounts/:account/shipments-labels.pdf': {},
  'GET /accounts/:account/shipments-slips.pdf': {},
  [`GET ${cancellations}`]: {},
  [`GET ${cancellations}/:cancellation`]: {},
  [`POST ${cancellations}/:cancellation/accept`]: { before: freshlyAsked, body: () => ({}) },
  [`POST ${cancellations}/:cancellation/decline`]: { before: freshlyAsked, body: () => ({}) },
  [`POST ${cancellations}/:cancellation/suggestion`]: { body: () => ({ suggestion: 'accept' }) },
}

/**
 * An order and a labelled shipment of Maison Ours, the same each time; a suggested refund for the order in the
 * address.
 */
export const orderThings = {
  order: memoize(async (theatre) => (await (await marketOf(theatre)).sell({ quantity: 50 })).order),
  shipment: (theatre: CastWorld) => labelled(theatre),
  cancellation: memoize(freshlyAsked),
  refund: async ({ as }: CastWorld, url: string) => {
    const order = url.replace(/\/refunds\/.*/, '')
    return (await as.olga.post(`${order}/refund-suggestions`, { amount: 1 })).body.refunds.at(-1).id as string
  },
  task: async (theatre: CastWorld, url: string) => {
    const tasks = url.replace(/\/:task.*/, '')
    const [latest] = (await theatre.as.olga.get(tasks)).body.items
    const body = { act: 'packed', shipments: [await labelled(theatre)] }
    return (latest ?? (await theatre.as.olga.post(tasks, body)).body).id as string
  },
}

const marketOf: (theatre: CastWorld) => Promise<TradeWithFox> = memoize((theatre) =>
  openTradeWithFox(theatre),
)
const labelled: (theatre: CastWorld) => Promise<string> = memoize(freshlyLabelled)

async function freshlyLabelled(theatre: CastWorld): Promise<string> {
  const shipment = await fresh(theatre)
  await theatre.as.olga.post(`${theatre.ours}/shipments/${shipment}/label`)
  return shipment
}

/** A shipment of one packed order, so that no other order is added to it. */
async function fresh(theatre: CastWorld): Promise<string> {
  const { order } = await (await marketOf(theatre)).sell()
  const { as, ours } = theatre
  const { id } = (await as.olga.get(`${ours}/orders/${order}`)).body.shipment
  await as.olga.post(`${ours}/shipments/${id}/packed`)
  return id
}

/** An open request by Rita to cancel what she has just bought. */
async function freshlyAsked(theatre: CastWorld): Promise<string> {
  const { as, ours, fox } = theatre
  const { order } = await (await marketOf(theatre)).sell()
  await as.rita.post(`${fox}/purchases/${order}/cancellation`, { reason: 'Bought twice' })
  return (await as.olga.get(`${ours}/orders/${order}`)).body.cancellation.id
}

async function ofTwo(theatre: CastWorld): Promise<string> {
  const market = await marketOf(theatre)
  await market.sell()
  other = (await market.sell()).order
  return (await theatre.as.olga.get(`${theatre.ours}/orders/${other}`)).body.shipment.id
}

async function twoParts(theatre: CastWorld): Promise<string> {
  const shipment = await ofTwo(theatre)
  const path = `${theatre.ours}/shipments/${shipment}/split`
  other = (await theatre.as.olga.post(path, { orders: [other] })).body.id
  return shipment
}

async function untilNoneRuns({ as, ours }: CastWorld) {
  const ended = async () => {
    const [latest] = (await as.olga.get(`${ours}/shipments/tasks`)).body.items
    if (latest && !latest.endedAt) throw new Error('still running')
  }
  await vi.waitFor(ended, { timeout: 20_000, interval: 25 })
  return undefined
}
