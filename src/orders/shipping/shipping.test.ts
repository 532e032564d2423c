import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedInCast } from '../../../cast/sign-up-cast.ts'
import { openTradeWithFox, type TradeWithFox } from '../../../cast/trade-with-fox.ts'
import { openWorldWithCast } from '../../../test/support/test-world.ts'
import { readBalance } from '../../ledger/ledger.ts'
import { inScope } from '../../platform/database/scope.ts'
import type { RunningServer } from '../../server/start.ts'

/* Fox & Fern buys from Maison Ours; Théo, of Support, ships. */
let world: RunningServer
let stage: SignedInCast
let market: TradeWithFox
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  market = await openTradeWithFox(stage)
})
afterAll(() => world.stop())

type Row = { id: string; code: string; codes: string[] }
const orders = async (query = '') =>
  (await stage.as.theo.get(`${stage.ours}/orders?${query}`)).body.items as Row[]
const shipments = async (query = '') =>
  (await stage.as.theo.get(`${stage.ours}/shipments?${query}`)).body.items as Row[]
const order = async (id: string) => (await stage.as.theo.get(`${stage.ours}/orders/${id}`)).body
const shipment = async (id: string) => (await stage.as.theo.get(`${stage.ours}/shipments/${id}`)).body
const ship = (id: string, act: string, body: object = {}) =>
  stage.as.theo.post(`${stage.ours}/shipments/${id}/${act}`, body)
const books = () =>
  inScope(world.database, { as: 'system', account: stage.own.olga }, (tx) => readBalance(tx, stage.own.olga))
const steps = async (id: string) =>
  (await order(id)).history.map(({ what, by }: { what: string; by: string | null }) => [what, by])
/** An order in a shipment that no other order will be added to. */
async function alone(sale: Parameters<TradeWithFox['sell']>[0] = {}) {
  const sold = await market.sell(sale)
  const { id } = (await order(sold.order)).shipment
  await ship(id, 'packed')
  return { ...sold, shipment: id as string }
}

describe('the list', () => {
  test('finds an order by its code, buyer, items and recipient', async () => {
    const { order: id, code } = await alone({ title: 'Silk scarf, 1978', sku: 'MO-301' })
    for (const words of [code.toLowerCase(), 'fox %26 fern', 'SILK', 'mo-301', 'rita fox'])
      expect((await orders(`search=${words}`)).map((row) => row.id)).toContain(id)
    expect(await orders('search=%25')).toEqual([])
    const [row] = await orders(`search=${code}`)
    expect(row).toMatchObject({
      title: 'Silk scarf, 1978',
      pieces: 1,
      buyerName: 'Fox & Fern',
      status: 'pending_fulfillment',
    })
  })

  test('of orders to ship no longer contains an order that has a label', async () => {
    const { order: id, shipment } = await alone()
    const toShip = async () => (await orders('status=to_ship')).map((row) => row.id)
    expect(await toShip()).toContain(id)
    await ship(shipment, 'label')
    expect(await toShip()).not.toContain(id)
    expect((await orders('status=pending_fulfillment')).map((row) => row.id)).toContain(id)
    expect(await orders(`status=to_ship&search=${id.slice(-8)}`)).toEqual([])
  })

  test('of shipments can be searched by tracking number, code and buyer, and filtered by status', async () => {
    const { shipment: id, code } = await alone()
    const { tracking } = (await ship(id, 'label')).body
    for (const words of [tracking.slice(3, 9), code, 'fern'])
      expect((await shipments(`search=${words}`)).map((row) => row.id)).toContain(id)
    expect((await shipments(`search=${code}&status=created`)).length).toBe(0)
    expect((await shipments(`search=${code}&status=label_generated`))[0]?.codes).toEqual([code])
  })

  test('contains no figure of what the account earns', async () => {
    const { order: id } = await alone()
    const text = JSON.stringify([await order(id), await orders(), await shipments()])
    // Ids, order codes and tracking numbers are random and may contain any of these words.
    const words = text.replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b|"[0-9A-Z]+"/g, '')
    expect(words).not.toMatch(/fee|net|balance|cost|insufficient/i)
  })
})

describe('orders of one buyer to one address', () => {
  test('are sent together, can be split and merged, and an empty shipment is cancelled', async () => {
    const [one, two, three] = [await market.sell(), await market.sell(), await market.sell()]
    const id = (await order(one.order)).shipment.id
    expect((await shipment(id)).orders.map((inIt: Row) => inIt.code)).toEqual([
      one.code,
      two.code,
      three.code,
    ])

    const all = [one.order, two.order, three.order]
    expect((await ship(id, 'split', { orders: all })).body.fields[0].code).toBe('all_of_shipment')
    const { status, body: other } = await ship(id, 'split', { orders: [two.order] })
    expect([status, other.orders.length]).toEqual([201, 1])
    expect(other.others).toContainEqual({ id, codes: [one.code, three.code] })
    expect((await ship(id, 'split', { orders: [two.order] })).body.fields[0].code).toBe('not_in_shipment')

    const merged = await ship(id, 'merge', { shipment: other.id })
    expect(merged.body.orders.length).toBe(3)
    expect((await shipment(other.id)).status).toBe('cancelled')
    expect((await steps(two.order)).map(([what]: string[]) => what)).toEqual([
      'placed',
      'paid',
      'moved',
      'moved',
    ])
    await ship(id, 'packed')
  })

  test('cannot be merged with those to another address, or once they have a label', async () => {
    const here = await alone()
    const there = await alone({ address: await market.addressIn('Lyon') })
    expect((await ship(here.shipment, 'merge', { shipment: there.shipment })).body.code).toBe('not_together')
    const labelled = await alone()
    await ship(labelled.shipment, 'label')
    expect((await ship(here.shipment, 'merge', { shipment: labelled.shipment })).body.code).toBe(
      'label_exists',
    )
    const again = await ship(labelled.shipment, 'split', { orders: [labelled.order] })
    expect(again.body.code).toBe('label_exists')
  })
})

describe('a label', () => {
  test('needs a weight, is made once, and is paid from the order’s earnings', async () => {
    const { shipment: id, order: sold } = await alone({ weightGrams: 0 })
    expect((await ship(id, 'label')).body.code).toBe('weight_needed')
    const measured = await stage.as.theo.patch(`${stage.ours}/shipments/${id}`, {
      weightGrams: 740,
      lengthCm: 30,
    })
    expect([measured.body.weightGrams, measured.body.lengthCm]).toEqual([740, 30])

    const before = await books()
    const key = { 'idempotency-key': `label-${id}` }
    const path = `${stage.ours}/shipments/${id}/label`
    const [one, same] = [await stage.as.theo.post(path, {}, key), await stage.as.theo.post(path, {}, key)]
    expect([one.status, one.body.status, same.body.tracking]).toEqual([
      201,
      'label_generated',
      one.body.tracking,
    ])
    expect(one.body.tracking).toMatch(/^SD\d{9}FR$/)
    expect((await ship(id, 'label')).body.code).toBe('label_exists')
    expect(await books()).toEqual({ ...before, pending: before.pending - 690 })
    expect((await steps(sold)).at(-1)).toEqual(['label_generated', 'Théo Blanc'])
    const late = await stage.as.theo.patch(`${stage.ours}/shipments/${id}`, { weightGrams: 10 })
    expect(late.body.code).toBe('label_exists')
  })

  test('cannot be made while a cancellation request is open', async () => {
    const { shipment: id, order: sold } = await alone()
    await stage.as.rita.post(`${stage.fox}/purchases/${sold}/cancellation`, { reason: 'Bought it twice' })
    expect((await ship(id, 'label')).body.code).toBe('cancellation_open')
    expect((await ship(id, 'tracking', { carrier: 'ups', number: '1Z999AA10123456784' })).body.code).toBe(
      'cancellation_open',
    )
    const { cancellation, shipment } = await order(sold)
    expect([cancellation.reason, cancellation.outcome, shipment.isCancellationRequested]).toEqual([
      'Bought it twice',
      null,
      true,
    ])
    await stage.as.selma.post(`${stage.ours}/cancellations/${cancellation.id}/accept`)
    expect((await ship(id, 'label')).body.code).toBe('nothing_to_send')
  })

  test('that was bought elsewhere is free, links to its carrier’s tracking, and can be corrected until the shipment leaves', async () => {
    const { shipment: id } = await alone()
    const before = await books()
    await ship(id, 'tracking', { carrier: 'colissimo', number: '6A 1234 5678 90' })
    const { body } = await ship(id, 'tracking', { carrier: 'colissimo', number: '6a12345678901' })
    expect([body.status, body.tracking, body.carrier.link]).toEqual([
      'label_generated',
      '6A12345678901',
      'https://www.laposte.fr/outils/suivre-vos-envois?code=6A12345678901',
    ])
    expect(await books()).toEqual(before)
    await ship(id, 'progress', { status: 'dropped_off' })
    expect((await ship(id, 'tracking', { carrier: 'ups', number: '1Z999' })).body.code).toBe('label_exists')
  })
})

describe('on its way', () => {
  test('a shipment’s status only moves forward; once delivered, its orders are completed and their money is available', async () => {
    const { shipment: id, order: sold } = await alone()
    const go = (status: string) => ship(id, 'progress', { status })
    expect((await go('dropped_off')).body.code).toBe('not_now')
    await ship(id, 'label')
    expect((await go('dropped_off')).body.status).toBe('dropped_off')
    expect((await go('in_transit')).body.status).toBe('in_transit')
    expect((await go('dropped_off')).body.code).toBe('not_now')
    const before = await books()
    expect((await go('delivered')).body.deliveredAt).not.toBeNull()
    const after = await books()
    // 16.00 and 5.90 of shipping, minus a fee of 8 % of the bear and the label's 4.90.
    expect([after.available - before.available, after.pending - before.pending]).toEqual([1572, -1572])
    expect((await go('delivered')).body.code).toBe('not_now')
    expect((await go('failed')).body.code).toBe('not_now')
    expect((await order(sold)).status).toBe('completed')
    expect((await steps(sold)).map(([what]: string[]) => what)).toEqual([
      'placed',
      'paid',
      'packed',
      'label_generated',
      'dropped_off',
      'in_transit',
      'delivered',
    ])
    const seen = (await stage.as.rita.get(`${stage.fox}/purchases/${sold}`)).body
    expect(seen.shipment.status).toBe('delivered')
    expect(JSON.stringify(seen.history)).not.toContain('Théo')
  })

  test('a shipment that did not arrive is sent again with another label, which is charged', async () => {
    const { shipment: id } = await alone()
    const first = (await ship(id, 'label')).body.tracking
    await ship(id, 'progress', { status: 'failed' })
    expect((await ship(id, 'label')).body.code).toBe('not_now')
    expect((await ship(id, 'progress', { status: 'created' })).body.tracking).toBeNull()
    const before = await books()
    const second = (await ship(id, 'label')).body.tracking
    expect(second).not.toBe(first)
    expect((await books()).pending).toBe(before.pending - 490)
  })

  test('scanning a tracking number or an order’s code finds the shipment', async () => {
    const { shipment: id, code } = await alone()
    const { tracking } = (await ship(id, 'label')).body
    const scan = async (text: string) =>
      (await stage.as.theo.get(`${stage.ours}/shipments/scan?code=${text}`)).body.shipment?.id ?? null
    expect([
      await scan(tracking),
      await scan(`%23${code.toLowerCase()}`),
      await scan('SD000000000FR'),
    ]).toEqual([id, id, null])
    expect((await stage.as.rita.get(`${stage.fox}/shipments/scan?code=${tracking}`)).body.shipment).toBeNull()
  })
})

test('another shop’s orders and shipments cannot be found', async () => {
  const { order: sold, shipment: id } = await alone()
  for (const path of [`orders/${sold}`, `shipments/${id}`])
    expect((await stage.as.rita.get(`${stage.fox}/${path}`)).body.code).toBe('not_found')
  expect((await stage.as.rita.post(`${stage.fox}/shipments/${id}/label`)).body.code).toBe('not_found')
  expect((await stage.as.rita.get(`${stage.fox}/orders`)).body.items).toEqual([])
})
