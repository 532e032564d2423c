import { createHash, createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AudienceMember,
  createProductForShow,
  signUpAudienceMember,
  startCastShow,
} from '../../cast/cast-shows.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { serviceTransaction } from '../platform/database/database.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let ines: AudienceMember
let karim: AudienceMember
let show: string
let path: string
let product: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  ines = await signUpAudienceMember(world.app, 'ines')
  karim = await signUpAudienceMember(world.app, 'karim')
  ;({ show, path, product } = await startCastShow(stage))
})
afterAll(() => world.stop())

const begin = async () => (await stage.as.selma.post(`${path}/giveaways`, { product })).body
const enter = ({ client, path }: AudienceMember, giveaway: string) =>
  client.post(`${path}/giveaway-entries`, { show, giveaway })
const read = async (id: string) =>
  (await ines.client.get(`/shows/${show}/giveaways`)).body.items.find((one: { id: string }) => one.id === id)
const itEnds = async (id: string) => {
  await serviceTransaction(world.database, (tx) =>
    tx.execute(sql`update giveaways set ends_at = clock_timestamp() where id = ${id}`),
  )
  await expect.poll(async () => (await read(id)).status).not.toBe('open')
  return read(id)
}
const stock = async () => (await stage.as.selma.get(`${stage.ours}/products/${product}`)).body.quantity

describe('a giveaway', () => {
  test('lasts five minutes, hides its seed, and only one can run at a time', async () => {
    const giveaway = await begin()
    expect(giveaway).toMatchObject({ status: 'open', seed: null, entries: 0 })
    expect(Date.parse(giveaway.endsAt) - Date.parse(giveaway.startedAt)).toBe(300_000)
    expect((await stage.as.selma.post(`${path}/giveaways`, { product })).body.code).toBe('giveaway_open')
    expect((await stage.as.theo.post(`${path}/giveaways`, { product })).body.permission).toBe('shows.host')
    await itEnds(giveaway.id)
  })

  test('is drawn among the entrants who are present, which anybody can check, and the prize is sent free of charge', async () => {
    const before = await stock()
    const { id, commitment } = await begin()
    for (const each of [ines, karim, ines]) expect((await enter(each, id)).status).toBe(200)
    expect((await read(id)).entries).toBe(2)
    const { seed, drawnFrom, winner, winnerName, status } = await itEnds(id)
    expect(status).toBe('drawn')
    expect(createHash('sha256').update(seed).digest('hex')).toBe(commitment)
    const number = createHmac('sha256', seed).update(drawnFrom.join('\n')).digest().readUIntBE(0, 6) % 2
    const mine = (await enter(ines, id)).body.code
    expect(mine).toBe('giveaway_over')
    const won = [ines, karim].find(({ account }) => account === winner) as AudienceMember
    expect(drawnFrom).toHaveLength(2)
    expect(number).toBe([ines, karim].indexOf(won))
    expect(await stock()).toBe(before - 1)
    const [purchase] = (await won.client.get(`${won.path}/purchases`)).body.items
    expect(purchase).toMatchObject({ total: 0, status: 'pending_fulfillment', items: [{ price: 0 }] })
    expect((await stage.as.theo.get(`${path}/shipments`)).body.items).toMatchObject([
      { buyerName: winnerName, orders: [{ id: purchase.id }] },
    ])
  })

  test('without anybody present gives nothing away', async () => {
    const before = await stock()
    const { id } = await begin()
    await enter(ines, id)
    await serviceTransaction(world.database, (tx) =>
      tx.execute(
        sql`update giveaway_entries set seen_at = now() - interval '10 minutes' where giveaway_id = ${id}`,
      ),
    )
    expect(await itEnds(id)).toMatchObject({ status: 'nobody', winner: null, drawnFrom: [] })
    expect(await stock()).toBe(before)
  })

  test('is not open to team members, whichever account they act for', async () => {
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

describe('a product at a fixed price in a show', () => {
  test('has the show’s price, and goes into the show’s shipment', async () => {
    const bowl = await createProductForShow(stage, { title: 'Bowl', sale: 'fixed', price: 2000, quantity: 3 })
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
    const shipments = (await stage.as.theo.get(`${path}/shipments`)).body.items
    const ofInes = shipments.filter(({ buyerName }: { buyerName: string }) => buyerName === 'Inès Roy')
    expect(ofInes).toHaveLength(1)
    expect(ofInes[0].orders.map(({ id }: { id: string }) => id)).toContain(bought.body.id)
  })

  test('is not sold to team members, after the show, or if the show does not present it', async () => {
    const other = await createProductForShow(stage, { sale: 'fixed' })
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
