import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCardAndAddress } from '../../cast/cards-and-addresses.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openTradeWithFox, type TradeWithFox } from '../../cast/trade-with-fox.ts'
import {
  expectRefusal,
  type InvalidRequest,
  waitUntilAccessExpired,
} from '../../test/support/expect-refusal.ts'
import { readLedgerBooks } from '../../test/support/money-fixtures.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

/*
 * Requests about an order that make no sense: each is refused with a sentence in both languages, changes nothing and
 * books nothing.
 */
type Sold = Awaited<ReturnType<TradeWithFox['sell']>> & { shipment: string }

let world: RunningServer
let stage: SignedInCast
let [paid, returned, cancelled, theirs]: Sold[] = []
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  const { as, ours, fox, own } = stage
  const market = await openTradeWithFox(stage)
  const sold = async (): Promise<Sold> => {
    const sale = await market.sell()
    const { id } = (await as.olga.get(`${ours}/orders/${sale.order}`)).body.shipment
    await as.olga.post(`${ours}/shipments/${id}/packed`)
    return { ...sale, shipment: id }
  }
  ;[paid, returned, cancelled] = [await sold(), await sold(), await sold()]
  await as.selma.post(`${ours}/orders/${returned.order}/refunds`, { amount: returned.total })
  await as.rita.post(`${fox}/purchases/${cancelled.order}/cancellation`, { reason: 'Bought twice' })
  const { id } = (await as.olga.get(`${ours}/orders/${cancelled.order}`)).body.cancellation
  await as.selma.post(`${ours}/cancellations/${id}/accept`)
  // An order that Bruno placed with Fox & Fern.
  const fern = { title: 'Potted fern', price: 1200, quantity: 1, weightGrams: 900 }
  const product = (await as.rita.post(`${fox}/products`, fern)).body.id
  await addCardAndAddress(as.bruno, `/accounts/${own.bruno}`)
  const items = [{ product, quantity: 1 }]
  const { body } = await as.bruno.post(`/accounts/${own.bruno}/purchases`, { seller: own.rita, items })
  const { shipment } = (await as.rita.get(`${fox}/orders/${body.id}`)).body
  theirs = { order: body.id, code: body.code, product, total: body.total, shipment: shipment.id }
  await waitUntilAccessExpired(stage)
})
afterAll(() => world.stop())

type Case = [string, () => InvalidRequest, string, string[]?]
const order = (of: Sold | undefined, more = '') => `${stage.ours}/orders/${of?.order}${more}`
const shipment = (of: Sold | undefined, more = '') => `${stage.ours}/shipments/${of?.shipment}${more}`
const refund = (of: Sold | undefined, amount: unknown): InvalidRequest => ({
  url: order(of, '/refunds'),
  body: { amount },
})

describe('Selma gets an error with a reason and nothing changes for', () => {
  test.each<Case>([
    ['a refund of nothing', () => refund(paid, 0), '422 invalid', ['amount: too_small']],
    ['a negative refund', () => refund(paid, -500), '422 invalid', ['amount: too_small']],
    ['a refund of half a cent', () => refund(paid, 0.5), '422 invalid', ['amount: type']],
    ['a refund of an amount that is a word', () => refund(paid, 'all'), '422 invalid', ['amount: type']],
    ['a refund of more than was paid', () => refund(paid, (paid?.total ?? 0) + 1), '409 refund_too_high'],
    ['a refund twice', () => refund(returned, returned?.total), '409 refund_too_high'],
    [
      'a refund of an order that a cancellation has refunded',
      () => refund(cancelled, 1),
      '409 refund_too_high',
    ],
    ['a refund of another shop’s order', () => refund(theirs, 100), '404 not_found'],
    ['another shop’s order', () => ({ method: 'GET', url: order(theirs) }), '404 not_found'],
    ['another shop’s shipment', () => ({ method: 'GET', url: shipment(theirs) }), '404 not_found'],
    ['a label for another shop’s shipment', () => ({ url: shipment(theirs, '/label') }), '404 not_found'],
    ['a label for a cancelled order', () => ({ url: shipment(cancelled, '/label') }), '409 nothing_to_send'],
    [
      'a tracking number for a cancelled order',
      () => ({
        url: shipment(cancelled, '/tracking'),
        body: { carrier: 'ups', number: '1Z999AA10123456784' },
      }),
      '409 nothing_to_send',
    ],
    [
      'a tracking number that is none of that carrier',
      () => ({ url: shipment(paid, '/tracking'), body: { carrier: 'ups', number: '' } }),
      '422 invalid',
      ['number: format'],
    ],
    [
      'a shipment of a ton and of no length',
      () => ({ method: 'PATCH', url: shipment(paid), body: { weightGrams: 1_000_000, lengthCm: 0 } }),
      '422 invalid',
      ['weightGrams: too_big', 'lengthCm: too_small'],
    ],
    [
      'delivered before it left',
      () => ({ url: shipment(paid, '/progress'), body: { status: 'delivered' } }),
      '409 not_now',
    ],
  ])('%s', async (_, bad, answer, fields = []) => {
    expect(await expectRefusal(world, stage.as.selma, bad())).toEqual({ answer, fields })
  })
})

describe('Rita gets an error with a reason and nothing changes for', () => {
  const cancel = (of: Sold | undefined, body: object = { reason: 'Bought twice' }): InvalidRequest => ({
    url: `${stage.fox}/purchases/${of?.order}/cancellation`,
    body,
  })
  const buy = (quantity: number, product = paid?.product): InvalidRequest => ({
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
    ['a purchase of 0 pieces', () => buy(0), '422 invalid', ['items.0.quantity: too_small']],
    ['a purchase of -1 pieces', () => buy(-1), '422 invalid', ['items.0.quantity: too_small']],
    ['a purchase of the last piece, which she has bought already', () => buy(1), '409 sold_out'],
    ['a purchase of a product that does not exist', () => buy(1, 'prd_none'), '404 not_found'],
  ])('%s', async (_, bad, answer, fields = []) => {
    expect(await expectRefusal(world, stage.as.rita, bad())).toEqual({ answer, fields })
  })
})

test('after all of this, the books of both shops add up to zero', async () => {
  const held = Object.values(await readLedgerBooks(world.database))
  expect(held.length).toBeGreaterThan(2)
  expect(held.reduce((sum, one) => sum + one, 0)).toBe(0)
})
