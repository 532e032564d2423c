import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../cast/client.ts'
import { onAir } from '../../cast/live.ts'
import type { Stage } from '../../cast/load.ts'
import type { Name } from '../../cast/people.ts'
import type { Running } from '../../src/start.ts'
import type { Buyer } from './crowd.ts'
import { deafen, openTwo, scheduled, sendPicture, standing, type Two, watchPicture } from './on-stage.ts'
import { against, eachRace, heavy, restored, soon } from './race.ts'
import { writeAtFullSpeed } from './writers.ts'

/* Whoever loses access is off the air, whatever they are doing and at whichever node. */
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

let pictures: { close(): void }[] = []
afterEach(() => {
  for (const picture of pictures) picture.close()
  pictures = []
})
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
