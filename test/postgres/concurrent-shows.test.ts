import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import { createProductForShow, scheduleCastShow, startCastShow } from '../../cast/cast-shows.ts'
import { type CastName, cast } from '../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../cast/sign-up-cast.ts'
import { drawGiveaway } from '../../src/giveaways/draw-giveaway.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { firstRow, type SeededBuyer } from '../support/seed-buyers.ts'
import { expectSoon, repeatRace, runBothAtOnce, runConcurrently, slowRaceCount } from './support/run-races.ts'
import { openTwoNodes, readShowState, scheduleShowWithProduct, type TwoNodes } from './support/two-nodes.ts'

/* Acts in shows at the same moment, on two nodes with one database. */
let nodes: TwoNodes
let [a, b]: [RunningServer, RunningServer] = [] as never
let stage: SignedInCast
let buyers: SeededBuyer[]
beforeAll(async () => {
  nodes = await openTwoNodes()
  ;({ a, b, stage, buyers } = nodes)
})
afterAll(() => nodes.close())

const onB = (name: CastName): ApiClient => makeApiClient(b.app, stage.as[name].cookie)
const statuses = (...answers: { status: number }[]) => answers.map(({ status }) => status).sort()

describe('at the same moment, on two nodes', () => {
  test('two hosts go live: one is on the air, and the other is told who', () =>
    repeatRace(async (race) => {
      const { path, show } = await scheduleShowWithProduct(stage)
      const [selma, marc] = await runBothAtOnce(
        race,
        () => stage.as.selma.post(`${path}/broadcast`, {}),
        () => onB('marc').post(`${path}/broadcast`, {}),
      )
      expect(statuses(selma, marc)).toEqual([200, 409])
      const [name, refused] = selma.status === 200 ? [cast.selma.name, marc] : [cast.marc.name, selma]
      expect(refused.body).toMatchObject({ code: 'on_air', name, yours: false })
      expect(await readShowState(a, show)).toMatchObject({ status: 'live', open: 1, hosts: [name] })
    }))

  test('a hand-over, its acceptance and a stop leave one host or a stopped show', () =>
    repeatRace(async (race) => {
      const { path, show } = await startCastShow(stage)
      const member = await findMemberId(stage.as.olga, stage.ours, cast.marc.name)
      expect((await stage.as.selma.post(`${path}/hand-over`, { member })).status).toBe(200)
      const [stopped, taken] = await runBothAtOnce(
        race,
        () => stage.as.selma.post(`${path}/stop`),
        () => onB('marc').post(`${path}/broadcast`, {}),
      )
      // In either case, Marc is on the air in the end: he accepted the hand-over, or continued the stopped show.
      expect(taken.status).toBe(200)
      expect(stopped.status === 200 || stopped.body.code === 'not_host').toBe(true)
      expect(await readShowState(a, show)).toMatchObject({ status: 'live', open: 1, hosts: [cast.marc.name] })
    }))

  test('a hand-over and an emergency stop leave nobody on the air', () =>
    repeatRace(async (race) => {
      const { path, show } = await startCastShow(stage)
      const member = await findMemberId(stage.as.olga, stage.ours, cast.marc.name)
      const [, stopped] = await runBothAtOnce(
        race,
        () => stage.as.selma.post(`${path}/hand-over`, { member }),
        () => onB('olga').post(`${path}/emergency-stop`),
      )
      expect(stopped.status).toBe(200)
      expect(await readShowState(a, show)).toMatchObject({ status: 'stopped', open: 0 })
    }))

  test('eight auctions are started: one runs, and one plate is taken from stock', () =>
    repeatRace(async () => {
      const { path, show, product } = await startCastShow(stage)
      const begun = await runConcurrently(8, (one) =>
        (one % 2 ? onB('olga') : stage.as.selma).post(`${path}/auctions`, { product, seconds: 10 }),
      )
      expect(begun.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(begun.filter(({ body }) => body.code === 'auction_running')).toHaveLength(7)
      expect((await readShowState(a, show)).running).toBe(1)
      expect((await stage.as.selma.get(`${stage.ours}/products/${product}`)).body.quantity).toBe(4)
    }))

  test('an auction that is started while its show is ended never runs in a show that is over', () =>
    repeatRace(async (race) => {
      const { path, show, product } = await startCastShow(stage)
      const [begun, ended] = await runBothAtOnce(
        race,
        () => onB('olga').post(`${path}/auctions`, { product, seconds: 10 }),
        () => stage.as.selma.post(`${path}/end`),
      )
      const { status, running } = await readShowState(a, show)
      if (begun.status === 201)
        expect([ended.body.code, status, running]).toEqual(['auction_running', 'live', 1])
      else expect([begun.body.code, status, running]).toEqual(['not_live', 'ended', 0])
    }))

  test('twenty people buy the last three pieces: three succeed, and each has one shipment', () =>
    repeatRace(async () => {
      const product = await createProductForShow(stage, { sale: 'fixed', quantity: 3 })
      const show = await scheduleCastShow(stage, 'Last ones', [product])
      await stage.as.selma.post(`${stage.ours}/shows/${show}/broadcast`, {})
      const answers = await Promise.all(
        buyers.map(({ client, path }, nth) =>
          (nth % 2 ? makeApiClient(b.app, client.cookie) : client).post(`${path}/show-purchases`, {
            show,
            product,
            quantity: 1,
          }),
        ),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
      expect(answers.filter(({ body }) => body.code === 'sold_out')).toHaveLength(17)
      const found = await firstRow<{ orders: number; shipments: number; charged: number; stock: number }>(
        a,
        sql`select count(*)::int as orders, count(distinct shipment_id)::int as shipments,
          (select count(*)::int from sandbox_bank k where k.key = any(array_agg(o.id))) as charged,
          (select quantity from products where id = ${product}) as stock
          from orders o where show_id = ${show} and status = 'pending_fulfillment'`,
      )
      expect(found).toEqual({ orders: 3, shipments: 3, charged: 3, stock: 0 })
    }, slowRaceCount))
})

describe('a giveaway', () => {
  test('that both nodes draw has one winner, who gets one prize free of charge', () =>
    repeatRace(async () => {
      const { path, show, product } = await startCastShow(stage)
      const { id } = (await stage.as.selma.post(`${path}/giveaways`, { product })).body
      const entered = await Promise.all(
        buyers.map(({ client, path }) => client.post(`${path}/giveaway-entries`, { show, giveaway: id })),
      )
      expect(new Set(entered.map(({ status }) => status))).toEqual(new Set([200]))
      await a.database.db.execute(sql`update giveaways set ends_at = clock_timestamp() where id = ${id}`)
      const drawn = () =>
        firstRow<{
          status: string
          orders: number
          total: number
          entries: number
          stock: number
          won: boolean
        }>(
          a,
          sql`select status, entries, (select count(*)::int from orders where show_id = ${show}) as orders,
            (select sum(total)::int from orders where show_id = ${show}) as total,
            (select quantity from products where id = ${product}) as stock,
            exists (select from orders o where o.id = g.order_id and o.buyer_id = g.winner_id) as won
            from giveaways g where id = ${id}`,
        )
      await expectSoon(async () => (await drawn()).status).toBe('drawn')
      expect(await drawn()).toEqual({
        status: 'drawn',
        entries: 20,
        orders: 1,
        total: 0,
        stock: 4,
        won: true,
      })
    }, slowRaceCount))

  test('that is won while its winner buys something goes into the same shipment', () =>
    repeatRace(async (race) => {
      const plate = await createProductForShow(stage)
      const bear = await createProductForShow(stage, { sale: 'fixed' })
      const show = await scheduleCastShow(stage, 'Gifts', [plate, bear])
      const shows = `${stage.ours}/shows/${show}`
      await stage.as.selma.post(`${shows}/broadcast`, {})
      const { id } = (await stage.as.selma.post(`${shows}/giveaways`, { product: plate })).body
      const { client, path } = buyers[race % buyers.length] as SeededBuyer
      await client.post(`${path}/giveaway-entries`, { show, giveaway: id })
      await a.database.db.execute(sql`update giveaways set ends_at = clock_timestamp() where id = ${id}`)
      const [bought] = await runBothAtOnce(
        race,
        () => client.post(`${path}/show-purchases`, { show, product: bear, quantity: 1 }),
        async () => {
          await pause(Math.random() * 60)
          await drawGiveaway(b.database, { account: stage.own.olga, id })
        },
      )
      expect(bought.status).toBe(201)
      const found = await firstRow<{ orders: number; shipments: number }>(
        a,
        sql`select count(*)::int as orders, count(distinct shipment_id)::int as shipments
          from orders where show_id = ${show}`,
      )
      expect(found).toEqual({ orders: 2, shipments: 1 })
    }))

  test('that is started twice at the same time is started once', () =>
    repeatRace(async () => {
      const { path, product } = await startCastShow(stage)
      const begun = await runConcurrently(4, (one) =>
        (one % 2 ? onB('olga') : stage.as.selma).post(`${path}/giveaways`, { product }),
      )
      expect(begun.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(begun.filter(({ body }) => body.code === 'giveaway_open')).toHaveLength(3)
    }))
})
