import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readyToBuy } from '../../cast/buyers.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { type Trade, trade } from '../../cast/trade.ts'
import { allBooks } from '../../test/money.ts'
import { type Bad, problemFor, untilAllIsQuiet } from '../../test/refused.ts'
import { openWorld } from '../../test/world.ts'
import type { Running } from '../start.ts'

/* What makes no sense of an order: a sentence in each language, nothing changed, and the books still at nothing. */
type Sold = Awaited<ReturnType<Trade['sell']>> & { parcel: string }

let world: Running
let stage: Stage
let [paid, returned, cancelled, theirs]: Sold[] = []
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  const { as, ours, fox, own } = stage
  const market = await trade(stage)
  const sold = async (): Promise<Sold> => {
    const sale = await market.sell()
    const { id } = (await as.olga.get(`${ours}/orders/${sale.order}`)).body.shipment
    await as.olga.post(`${ours}/shipments/${id}/packed`)
    return { ...sale, parcel: id }
  }
  ;[paid, returned, cancelled] = [await sold(), await sold(), await sold()]
  await as.selma.post(`${ours}/orders/${returned.order}/refunds`, { amount: returned.total })
  await as.rita.post(`${fox}/purchases/${cancelled.order}/cancellation`, { reason: 'Bought twice' })
  const { id } = (await as.olga.get(`${ours}/orders/${cancelled.order}`)).body.cancellation
  await as.selma.post(`${ours}/cancellations/${id}/accept`)
  // An order of Fox & Fern's, from Bruno.
  const fern = { title: 'Potted fern', price: 1200, quantity: 1, weightGrams: 900 }
  const product = (await as.rita.post(`${fox}/products`, fern)).body.id
  await readyToBuy(as.bruno, `/accounts/${own.bruno}`)
  const items = [{ product, quantity: 1 }]
  const { body } = await as.bruno.post(`/accounts/${own.bruno}/purchases`, { seller: own.rita, items })
  const { shipment } = (await as.rita.get(`${fox}/orders/${body.id}`)).body
  theirs = { order: body.id, code: body.code, product, total: body.total, parcel: shipment.id }
  await untilAllIsQuiet(stage)
})
afterAll(() => world.stop())

type Case = [string, () => Bad, string, string[]?]
const order = (of: Sold | undefined, more = '') => `${stage.ours}/orders/${of?.order}${more}`
const parcel = (of: Sold | undefined, more = '') => `${stage.ours}/shipments/${of?.parcel}${more}`
const refund = (of: Sold | undefined, amount: unknown): Bad => ({
  url: order(of, '/refunds'),
  body: { amount },
})

describe('Selma is told why, and nothing happens', () => {
  test.each<Case>([
    ['a refund of nothing', () => refund(paid, 0), '422 invalid', ['amount: too_small']],
    ['a refund below nothing', () => refund(paid, -500), '422 invalid', ['amount: too_small']],
    ['a refund of half a cent', () => refund(paid, 0.5), '422 invalid', ['amount: type']],
    ['a refund of a word', () => refund(paid, 'all'), '422 invalid', ['amount: type']],
    ['more than was paid', () => refund(paid, (paid?.total ?? 0) + 1), '409 refund_too_high'],
    ['a refund twice', () => refund(returned, returned?.total), '409 refund_too_high'],
    ['a refund of what a cancellation gave back', () => refund(cancelled, 1), '409 refund_too_high'],
    ['a refund of another shop’s order', () => refund(theirs, 100), '404 not_found'],
    ['another shop’s order', () => ({ method: 'GET', url: order(theirs) }), '404 not_found'],
    ['another shop’s parcel', () => ({ method: 'GET', url: parcel(theirs) }), '404 not_found'],
    ['a label for another shop’s parcel', () => ({ url: parcel(theirs, '/label') }), '404 not_found'],
    ['a label for a cancelled order', () => ({ url: parcel(cancelled, '/label') }), '409 nothing_to_send'],
    [
      'a tracking number for a cancelled order',
      () => ({ url: parcel(cancelled, '/tracking'), body: { carrier: 'ups', number: '1Z999AA10123456784' } }),
      '409 nothing_to_send',
    ],
    [
      'a tracking number that is none of that carrier',
      () => ({ url: parcel(paid, '/tracking'), body: { carrier: 'ups', number: '' } }),
      '422 invalid',
      ['number: format'],
    ],
    [
      'a parcel of a ton and of no length',
      () => ({ method: 'PATCH', url: parcel(paid), body: { weightGrams: 1_000_000, lengthCm: 0 } }),
      '422 invalid',
      ['weightGrams: too_big', 'lengthCm: too_small'],
    ],
    [
      'delivered before it left',
      () => ({ url: parcel(paid, '/progress'), body: { status: 'delivered' } }),
      '409 not_now',
    ],
  ])('%s', async (_, bad, answer, fields = []) => {
    expect(await problemFor(world, stage.as.selma, bad())).toEqual({ answer, fields })
  })
})

describe('Rita is told why, and nothing happens', () => {
  const cancel = (of: Sold | undefined, body: object = { reason: 'Bought twice' }): Bad => ({
    url: `${stage.fox}/purchases/${of?.order}/cancellation`,
    body,
  })
  const buy = (quantity: number, product = paid?.product): Bad => ({
    url: `${stage.fox}/purchases`,
    body: { seller: stage.own.olga, items: [{ product, quantity }] },
  })
  test.each<Case>([
    [
      'a cancellation without a reason',
      () => cancel(paid, { reason: ' ' }),
      '422 invalid',
      ['reason: too_short'],
    ],
    ['a cancellation twice', () => cancel(cancelled), '409 asked_before'],
    ['a cancellation of what she did not buy', () => cancel(theirs), '404 not_found'],
    ['none of it', () => buy(0), '422 invalid', ['items.0.quantity: too_small']],
    ['less than none', () => buy(-1), '422 invalid', ['items.0.quantity: too_small']],
    ['the last one, which she has already', () => buy(1), '409 sold_out'],
    ['what does not exist', () => buy(1, 'prd_none'), '404 not_found'],
  ])('%s', async (_, bad, answer, fields = []) => {
    expect(await problemFor(world, stage.as.rita, bad())).toEqual({ answer, fields })
  })
})

test('after all of that the books of both shops are at nothing together', async () => {
  const held = Object.values(await allBooks(world.database))
  expect(held.length).toBeGreaterThan(2)
  expect(held.reduce((sum, one) => sum + one, 0)).toBe(0)
})
