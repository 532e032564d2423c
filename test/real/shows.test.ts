import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Client, clientOf } from '../../cast/client.ts'
import { forShow, onAir, schedule } from '../../cast/live.ts'
import { loadCast, memberId, type Stage } from '../../cast/load.ts'
import { cast, type Name } from '../../cast/people.ts'
import type { Running } from '../../src/start.ts'
import { freshDatabase, openWorld } from '../world.ts'
import { type Buyer, crowd, first } from './crowd.ts'
import { deafen, scheduled, sendPicture, standing, watchPicture } from './on-stage.ts'
import { against, atOnce, deadlocksIn, eachRace, heavy, restored, soon } from './race.ts'
import { writeAtFullSpeed } from './writers.ts'

/* What happens in shows at the same moment, on two nodes of one database. */
let url: string
let folder: string
let [a, b]: [Running, Running] = [] as never
let stage: Stage
let buyers: Buyer[]
let pictures: { close(): void }[] = []
beforeAll(async () => {
  url = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-shows-'))
  const shared = { DATABASE_URL: url, DATA_DIR: folder, INVITATIONS_PER_DAY: '100000' }
  a = await openWorld(shared)
  b = await openWorld(shared)
  stage = await loadCast(a.app)
  buyers = await crowd(a, 20)
})
afterEach(() => {
  for (const picture of pictures) picture.close()
  pictures = []
})
afterAll(async () => {
  await Promise.all([a.stop(), b.stop()])
  rmSync(folder, { recursive: true })
  await vi.waitFor(async () => expect(await deadlocksIn(url)).toBe(0), 10_000)
})

const onB = (name: Name): Client => clientOf(b.app, stage.as[name].cookie)
const nobody = () => clientOf(b.app)
/** Kept until the end of the test. */
const kept = async <P extends { close(): void }>(picture: Promise<P>): Promise<P> => {
  pictures.push(await picture)
  return picture
}
/** Marc goes on with the show; as long as he sends nothing, there is nothing to be seen. */
const nothingIsSeen = async (path: string, show: string) => {
  expect((await stage.as.marc.post(`${path}/broadcast`, {})).status).toBe(200)
  await expect(watchPicture(nobody(), show)).rejects.toThrow('409 not_on_air')
}
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

describe('Selma is removed', () => {
  const removal = async () => {
    const id = await restored(stage, 'selma', 'seller')
    return () => stage.as.olga.delete(`${stage.ours}/members/${id}`)
  }
  /** After the answer: nothing of hers is open. */
  const isOut = async (show: string) => {
    expect(await standing(b, show)).toMatchObject({ open: 0, hosts: [] })
    expect((await onB('selma').get(`${stage.ours}/shows/${show}`)).status).toBe(404)
  }

  test('while she goes live: she is not on the air', () =>
    eachRace(async (race) => {
      const remove = await removal()
      const { path, show } = await scheduled(stage)
      const [live, removed] = await against(race, () => onB('selma').post(`${path}/broadcast`, {}), remove)
      expect(removed.status).toBe(200)
      await isOut(show)
      expect((await standing(a, show)).state).toBe(live.status === 200 ? 'stopped' : 'scheduled')
      expect((await stage.as.marc.post(`${path}/broadcast`, {})).status).toBe(200)
    }))

  test('while she goes on and off the air at full speed, on the other node', () =>
    eachRace(async () => {
      await restored(stage, 'selma', 'seller')
      const { path, show } = await onAir(stage)
      const remove = await removal()
      const writers = writeAtFullSpeed(4, [onB('selma')], (client, nth) =>
        client.post(nth % 2 ? `${path}/stop` : `${path}/broadcast`, nth % 2 ? undefined : { takeOver: true }),
      )
      await writers.reached(4)
      expect((await remove()).status).toBe(200)
      const answered = performance.now()
      await isOut(show)
      await writers.finish()
      await isOut(show)
      for (const { reply } of writers.answers.filter(({ sent }) => sent > answered))
        expect(reply.status).toBe(404)
    }, heavy))

  test('while she begins an auction: it is begun or not, and if it is, it goes on and bids in it stand', () =>
    eachRace(async (race) => {
      await restored(stage, 'selma', 'seller')
      const { path, show, product } = await onAir(stage)
      const remove = await removal()
      const [begun, removed] = await against(
        race,
        () => onB('selma').post(`${path}/auctions`, { product, seconds: 10, suddenDeath: true }),
        remove,
      )
      expect(removed.status).toBe(200)
      await isOut(show)
      expect(await standing(a, show)).toMatchObject({
        state: 'stopped',
        running: begun.status === 201 ? 1 : 0,
      })
      if (begun.status !== 201) return expect(begun.status).toBe(404)
      const { client, path: mine } = buyers[race % buyers.length] as Buyer
      const bid = await client.post(`${mine}/bids`, { show, auction: begun.body.id, amount: 1000 })
      expect(bid).toMatchObject({ status: 201, body: { leading: true } })
    }, heavy))

  test('while she sends a picture to the other node: it is cut within a second of the answer', () =>
    eachRace(async (race) => {
      await restored(stage, 'selma', 'seller')
      const { path, show, product } = await onAir(stage)
      const auction = (await stage.as.selma.post(`${path}/auctions`, { product, seconds: 60 })).body.id
      const { client, path: mine } = buyers[race % buyers.length] as Buyer
      expect((await client.post(`${mine}/bids`, { show, auction, amount: 1000 })).status).toBe(201)
      await kept(sendPicture(onB('selma'), path))
      const seen = await kept(watchPicture(nobody(), show))
      await soon(() => seen.came).toBeGreaterThan(10)
      const remove = await removal()

      expect((await remove()).status).toBe(200)
      const answered = performance.now()

      await isOut(show)
      await pause(1200)
      expect(seen.last - answered).toBeLessThan(1000)
      expect((await standing(a, show)).state).toBe('stopped')
      const { items } = (await client.get(`/shows/${show}/auctions`)).body
      expect(items[0]).toMatchObject({ id: auction, state: 'running', price: 1000, bids: 1 })
      await nothingIsSeen(path, show)
    }, heavy))

  test('while her picture begins: no session outlives the answer', () =>
    eachRace(async (race) => {
      await restored(stage, 'selma', 'seller')
      const { path, show } = await onAir(stage)
      const remove = await removal()
      const [picture] = await against(
        race,
        () => kept(sendPicture(onB('selma'), path)).catch((error: Error) => error),
        async () => {
          await pause(Math.random() * 60)
          expect((await remove()).status).toBe(200)
        },
      )
      await isOut(show)
      if (picture instanceof Error) expect(picture.message).toMatch(/40[49]|in time/)
      await nothingIsSeen(path, show)
    }, heavy))
})

describe('a node that does not hear', () => {
  test('takes no picture, since it would not hear either that its sender was removed', async () => {
    await restored(stage, 'selma', 'seller')
    const { path } = await onAir(stage)
    const hears = async () => (await b.app.inject('/readyz')).statusCode === 200
    // Until one was sent wholly while it did not: it listens again within two seconds.
    for (let whollyDeaf = false; !whollyDeaf; ) {
      await soon(hears).toBe(true)
      await deafen(a)
      await soon(hears).toBe(false)
      const taken = await kept(sendPicture(onB('selma'), path)).catch((error: Error) => error)
      whollyDeaf = !(await hears())
      if (whollyDeaf) expect(String(taken)).toContain('503 unavailable')
    }
    await soon(hears).toBe(true)
    await kept(sendPicture(onB('selma'), path))
  })
})

describe('the end of Selma’s access by the clock', () => {
  test('takes her off the air, on whatever node she is', () =>
    eachRace(async () => {
      const id = await restored(stage, 'selma', 'seller')
      const { path, show } = await onAir(stage)
      await kept(sendPicture(onB('selma'), path))
      const endsAt = new Date(Date.now() + 1500)
      expect((await stage.as.olga.patch(`${stage.ours}/members/${id}`, { endsAt })).status).toBe(200)
      await soon(async () => (await standing(b, show)).open).toBe(0)
      expect(Date.now()).toBeGreaterThanOrEqual(endsAt.getTime())
      expect(Date.now() - endsAt.getTime()).toBeLessThan(5000)
      expect((await standing(a, show)).state).toBe('stopped')
      await nothingIsSeen(path, show)
      await stage.as.olga.delete(`${stage.ours}/members/${id}`)
    }, 2))
})
