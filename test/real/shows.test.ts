import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../cast/client.ts'
import { forShow, onAir, schedule } from '../../cast/live.ts'
import { memberId, type Stage } from '../../cast/load.ts'
import { cast, type Name } from '../../cast/people.ts'
import { draw } from '../../src/auctions/giveaways.ts'
import type { Running } from '../../src/start.ts'
import { type Buyer, first } from './crowd.ts'
import { openTwo, scheduled, standing, type Two } from './on-stage.ts'
import { against, atOnce, eachRace, heavy, soon } from './race.ts'

/* What happens in shows at the same moment, on two nodes of one database. */
let nodes: Two
let [a, b]: [Running, Running] = [] as never
let stage: Stage
let buyers: Buyer[]
beforeAll(async () => {
  nodes = await openTwo()
  ;({ a, b, stage, buyers } = nodes)
})
afterAll(() => nodes.close())

const onB = (name: Name): Client => clientOf(b.app, stage.as[name].cookie)
const statuses = (...answers: { status: number }[]) => answers.map(({ status }) => status).sort()

describe('at the same moment, on two nodes', () => {
  test('two go live: one is on the air, and the other is told who', () =>
    eachRace(async (race) => {
      const { path, show } = await scheduled(stage)
      const [selma, marc] = await against(
        race,
        () => stage.as.selma.post(`${path}/broadcast`, {}),
        () => onB('marc').post(`${path}/broadcast`, {}),
      )
      expect(statuses(selma, marc)).toEqual([200, 409])
      const [name, refused] = selma.status === 200 ? [cast.selma.name, marc] : [cast.marc.name, selma]
      expect(refused.body).toMatchObject({ code: 'on_air', name, yours: false })
      expect(await standing(a, show)).toMatchObject({ state: 'live', open: 1, hosts: [name] })
    }))

  test('one hands over, the other takes it, and the first stops: there is one host, or the show is stopped', () =>
    eachRace(async (race) => {
      const { path, show } = await onAir(stage)
      const member = await memberId(stage.as.olga, stage.ours, cast.marc.name)
      expect((await stage.as.selma.post(`${path}/hand-over`, { member })).status).toBe(200)
      const [stopped, taken] = await against(
        race,
        () => stage.as.selma.post(`${path}/stop`),
        () => onB('marc').post(`${path}/broadcast`, {}),
      )
      // Either way Marc is on the air in the end: he took it over, or went on with what was stopped.
      expect(taken.status).toBe(200)
      expect(stopped.status === 200 || stopped.body.code === 'not_host').toBe(true)
      expect(await standing(a, show)).toMatchObject({ state: 'live', open: 1, hosts: [cast.marc.name] })
    }))

  test('one offers to hand over while the other stops in an emergency: nobody is on the air', () =>
    eachRace(async (race) => {
      const { path, show } = await onAir(stage)
      const member = await memberId(stage.as.olga, stage.ours, cast.marc.name)
      const [, stopped] = await against(
        race,
        () => stage.as.selma.post(`${path}/hand-over`, { member }),
        () => onB('olga').post(`${path}/emergency-stop`),
      )
      expect(stopped.status).toBe(200)
      expect(await standing(a, show)).toMatchObject({ state: 'stopped', open: 0 })
    }))

  test('eight auctions are begun: one runs, and one plate is taken from stock', () =>
    eachRace(async () => {
      const { path, show, product } = await onAir(stage)
      const begun = await atOnce(8, (one) =>
        (one % 2 ? onB('olga') : stage.as.selma).post(`${path}/auctions`, { product, seconds: 10 }),
      )
      expect(begun.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(begun.filter(({ body }) => body.code === 'auction_running')).toHaveLength(7)
      expect((await standing(a, show)).running).toBe(1)
      expect((await stage.as.selma.get(`${stage.ours}/products/${product}`)).body.quantity).toBe(4)
    }))

  test('an auction is begun and its show is ended: it never runs in a show that is over', () =>
    eachRace(async (race) => {
      const { path, show, product } = await onAir(stage)
      const [begun, ended] = await against(
        race,
        () => onB('olga').post(`${path}/auctions`, { product, seconds: 10 }),
        () => stage.as.selma.post(`${path}/end`),
      )
      const { state, running } = await standing(a, show)
      if (begun.status === 201)
        expect([ended.body.code, state, running]).toEqual(['auction_running', 'live', 1])
      else expect([begun.body.code, state, running]).toEqual(['not_live', 'ended', 0])
    }))

  test('twenty buy the last three of something: three have it, and are in one parcel each', () =>
    eachRace(async () => {
      const product = await forShow(stage, { sale: 'fixed', quantity: 3 })
      const show = await schedule(stage, 'Last ones', [product])
      await stage.as.selma.post(`${stage.ours}/shows/${show}/broadcast`, {})
      const answers = await Promise.all(
        buyers.map(({ client, path }, nth) =>
          (nth % 2 ? clientOf(b.app, client.cookie) : client).post(`${path}/show-purchases`, {
            show,
            product,
            quantity: 1,
          }),
        ),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
      expect(answers.filter(({ body }) => body.code === 'sold_out')).toHaveLength(17)
      const found = await first<{ orders: number; parcels: number; charged: number; stock: number }>(
        a,
        sql`select count(*)::int as orders, count(distinct shipment_id)::int as parcels,
          (select count(*)::int from sandbox_bank k where k.key = any(array_agg(o.id))) as charged,
          (select stock from products where id = ${product}) as stock
          from orders o where show_id = ${show} and status = 'pending_fulfillment'`,
      )
      expect(found).toEqual({ orders: 3, parcels: 3, charged: 3, stock: 0 })
    }, heavy))
})

describe('a giveaway', () => {
  test('that both nodes draw at its end has one winner, who is sent one thing for nothing', () =>
    eachRace(async () => {
      const { path, show, product } = await onAir(stage)
      const { id } = (await stage.as.selma.post(`${path}/giveaways`, { product })).body
      const entered = await Promise.all(
        buyers.map(({ client, path }) => client.post(`${path}/giveaway-entries`, { show, giveaway: id })),
      )
      expect(new Set(entered.map(({ status }) => status))).toEqual(new Set([200]))
      await a.database.db.execute(sql`update giveaways set ends_at = clock_timestamp() where id = ${id}`)
      const drawn = () =>
        first<{ state: string; orders: number; total: number; entries: number; stock: number; won: boolean }>(
          a,
          sql`select state, entries, (select count(*)::int from orders where show_id = ${show}) as orders,
            (select sum(total)::int from orders where show_id = ${show}) as total,
            (select stock from products where id = ${product}) as stock,
            exists (select from orders o where o.id = g.order_id and o.buyer_id = g.winner_id) as won
            from giveaways g where id = ${id}`,
        )
      await soon(async () => (await drawn()).state).toBe('drawn')
      expect(await drawn()).toEqual({ state: 'drawn', entries: 20, orders: 1, total: 0, stock: 4, won: true })
    }, heavy))

  test('that is won while its winner buys something goes into the same parcel', () =>
    eachRace(async (race) => {
      const plate = await forShow(stage)
      const bear = await forShow(stage, { sale: 'fixed' })
      const show = await schedule(stage, 'Gifts', [plate, bear])
      const shows = `${stage.ours}/shows/${show}`
      await stage.as.selma.post(`${shows}/broadcast`, {})
      const { id } = (await stage.as.selma.post(`${shows}/giveaways`, { product: plate })).body
      const { client, path } = buyers[race % buyers.length] as Buyer
      await client.post(`${path}/giveaway-entries`, { show, giveaway: id })
      await a.database.db.execute(sql`update giveaways set ends_at = clock_timestamp() where id = ${id}`)
      const [bought] = await against(
        race,
        () => client.post(`${path}/show-purchases`, { show, product: bear, quantity: 1 }),
        async () => {
          await pause(Math.random() * 60)
          await draw(b.database, { account: stage.own.olga, id })
        },
      )
      expect(bought.status).toBe(201)
      const found = await first<{ orders: number; parcels: number }>(
        a,
        sql`select count(*)::int as orders, count(distinct shipment_id)::int as parcels
          from orders where show_id = ${show}`,
      )
      expect(found).toEqual({ orders: 2, parcels: 1 })
    }))

  test('is begun twice at once, once', () =>
    eachRace(async () => {
      const { path, product } = await onAir(stage)
      const begun = await atOnce(4, (one) =>
        (one % 2 ? onB('olga') : stage.as.selma).post(`${path}/giveaways`, { product }),
      )
      expect(begun.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(begun.filter(({ body }) => body.code === 'giveaway_open')).toHaveLength(3)
    }))
})
