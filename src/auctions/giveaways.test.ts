import { createHash, createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forShow, type Guest, guest, onAir } from '../../cast/live.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { openWorld } from '../../test/world.ts'
import { asService } from '../ground/db.ts'
import type { Running } from '../start.ts'

let world: Running
let stage: Stage
let ines: Guest
let karim: Guest
let show: string
let path: string
let product: string
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  ines = await guest(world.app, 'ines')
  karim = await guest(world.app, 'karim')
  ;({ show, path, product } = await onAir(stage))
})
afterAll(() => world.stop())

const begin = async () => (await stage.as.selma.post(`${path}/giveaways`, { product })).body
const enter = ({ client, path }: Guest, giveaway: string) =>
  client.post(`${path}/giveaway-entries`, { show, giveaway })
const read = async (id: string) =>
  (await ines.client.get(`/shows/${show}/giveaways`)).body.items.find((one: { id: string }) => one.id === id)
const itEnds = async (id: string) => {
  await asService(world.database, (tx) =>
    tx.execute(sql`update giveaways set ends_at = clock_timestamp() where id = ${id}`),
  )
  await expect.poll(async () => (await read(id)).state, { timeout: 8000 }).not.toBe('open')
  return read(id)
}
const stock = async () => (await stage.as.selma.get(`${stage.ours}/products/${product}`)).body.quantity

describe('a giveaway', () => {
  test('is one at a time, lasts five minutes, and hides its seed', async () => {
    const giveaway = await begin()
    expect(giveaway).toMatchObject({ state: 'open', seed: null, entries: 0 })
    expect(Date.parse(giveaway.endsAt) - Date.parse(giveaway.startedAt)).toBe(300_000)
    expect((await stage.as.selma.post(`${path}/giveaways`, { product })).body.code).toBe('giveaway_open')
    expect((await stage.as.theo.post(`${path}/giveaways`, { product })).body.permission).toBe('shows.host')
    await itEnds(giveaway.id)
  })

  test('is drawn among those who entered and are there, as anybody can check, and is sent for nothing', async () => {
    const before = await stock()
    const { id, commitment } = await begin()
    for (const each of [ines, karim, ines]) expect((await enter(each, id)).status).toBe(200)
    expect((await read(id)).entries).toBe(2)
    const { seed, drawnFrom, winner, winnerName, state } = await itEnds(id)
    expect(state).toBe('drawn')
    expect(createHash('sha256').update(seed).digest('hex')).toBe(commitment)
    const number = createHmac('sha256', seed).update(drawnFrom.join('\n')).digest().readUIntBE(0, 6) % 2
    const mine = (await enter(ines, id)).body.code
    expect(mine).toBe('giveaway_over')
    const won = [ines, karim].find(({ account }) => account === winner) as Guest
    expect(drawnFrom).toHaveLength(2)
    expect(number).toBe([ines, karim].indexOf(won))
    expect(await stock()).toBe(before - 1)
    const [purchase] = (await won.client.get(`${won.path}/purchases`)).body.items
    expect(purchase).toMatchObject({ total: 0, status: 'pending_fulfillment', items: [{ price: 0 }] })
    expect((await stage.as.theo.get(`${path}/shipments`)).body.items).toMatchObject([
      { buyerName: winnerName, orders: [{ id: purchase.id }] },
    ])
  })

  test('that nobody is there for gives nothing away', async () => {
    const before = await stock()
    const { id } = await begin()
    await enter(ines, id)
    await asService(world.database, (tx) =>
      tx.execute(
        sql`update giveaway_entries set seen_at = now() - interval '10 minutes' where giveaway_id = ${id}`,
      ),
    )
    expect(await itEnds(id)).toMatchObject({ state: 'nobody', winner: null, drawnFrom: [] })
    expect(await stock()).toBe(before)
  })

  test('is not for the team, whichever account they act for', async () => {
    const { id } = await begin()
    const { as, own } = stage
    const mine = `/accounts/${own.selma}`
    await as.selma.post(`${mine}/addresses`, {
      name: 'S',
      line1: '1',
      postalCode: '1',
      city: 'Lyon',
      country: 'FR',
    })
    expect((await as.selma.post(`${mine}/giveaway-entries`, { show, giveaway: id })).body.code).toBe(
      'conflict_of_interest',
    )
    expect((await as.olga.post(`${stage.ours}/giveaway-entries`, { show, giveaway: id })).body.code).toBe(
      'own_show',
    )
    await itEnds(id)
  })
})

describe('something at a price in a show', () => {
  test('costs what it costs there, and goes into the parcel of the show', async () => {
    const bowl = await forShow(stage, { title: 'Bowl', sale: 'fixed', price: 2000, quantity: 3 })
    await stage.as.selma.patch(`${path}/products`, {
      products: [{ product }, { product: bowl, price: 1500 }],
    })
    const basket = { show, product: bowl, quantity: 1 }
    const quote = await ines.client.post(`${ines.path}/show-purchases/quote`, basket)
    expect(quote.body).toMatchObject({ itemsTotal: 1500 })
    const cheat = await ines.client.post(`${ines.path}/show-purchases`, { ...basket, total: 1 })
    expect(cheat.body).toMatchObject({ code: 'price_changed' })
    const bought = await ines.client.post(`${ines.path}/show-purchases`, {
      ...basket,
      total: quote.body.total,
    })
    expect(bought).toMatchObject({ status: 201, body: { itemsTotal: 1500, status: 'pending_fulfillment' } })
    const parcels = (await stage.as.theo.get(`${path}/shipments`)).body.items
    const ofInes = parcels.filter(({ buyerName }: { buyerName: string }) => buyerName === 'Inès Roy')
    expect(ofInes).toHaveLength(1)
    expect(ofInes[0].orders.map(({ id }: { id: string }) => id)).toContain(bought.body.id)
  })

  test('is not sold to the team, nor once the show is over, nor what the show does not sell', async () => {
    const other = await forShow(stage, { sale: 'fixed' })
    expect((await ines.client.post(`${ines.path}/show-purchases`, { show, product: other })).status).toBe(404)
    await stage.as.selma.post(`${path}/end`, {})
    expect((await ines.client.post(`${ines.path}/show-purchases`, { show, product })).body.code).toBe(
      'not_live',
    )
    expect((await stage.as.olga.get(`${stage.ours}/reports/shows/${show}`)).body).toMatchObject({
      orders: 2,
      items: 1500,
    })
  })
})
