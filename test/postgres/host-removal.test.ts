import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import { startCastShow } from '../../cast/cast-shows.ts'
import type { CastName } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { measureLateness } from '../support/measure-lateness.ts'
import type { SeededBuyer } from '../support/seed-buyers.ts'
import { startConcurrentWriters } from './support/concurrent-writers.ts'
import { ensureMember, expectSoon, repeatRace, runBothAtOnce, slowRaceCount } from './support/run-races.ts'
import {
  cutEventConnections,
  openTwoNodes,
  readShowState,
  scheduleShowWithProduct,
  sendVideo,
  type TwoNodes,
  watchVideo,
} from './support/two-nodes.ts'

/* A member who loses access goes off the air, whatever they are doing and on whichever node. */
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

let pictures: { close(): void }[] = []
afterEach(() => {
  for (const picture of pictures) picture.close()
  pictures = []
})
const nobody = () => makeApiClient(b.app)
/** Kept open until the end of the test. */
const kept = async <P extends { close(): void }>(picture: Promise<P>): Promise<P> => {
  pictures.push(await picture)
  return picture
}
/** Marc continues the show. While he sends no video, there is none to see. */
const nothingIsSeen = async (path: string, show: string) => {
  expect((await stage.as.marc.post(`${path}/broadcast`, {})).status).toBe(200)
  await expect(watchVideo(nobody(), show)).rejects.toThrow('409 not_on_air')
}

describe('Selma is removed', () => {
  const removal = async () => {
    const id = await ensureMember(stage, 'selma', 'seller')
    return () => stage.as.olga.delete(`${stage.ours}/members/${id}`)
  }
  /** After the answer, nothing of hers is open. */
  const isOut = async (show: string) => {
    expect(await readShowState(b, show)).toMatchObject({ open: 0, hosts: [] })
    expect((await onB('selma').get(`${stage.ours}/shows/${show}`)).status).toBe(404)
  }

  test('while she goes live, and is not on the air', () =>
    repeatRace(async (race) => {
      const remove = await removal()
      const { path, show } = await scheduleShowWithProduct(stage)
      const [live, removed] = await runBothAtOnce(
        race,
        () => onB('selma').post(`${path}/broadcast`, {}),
        remove,
      )
      expect(removed.status).toBe(200)
      await isOut(show)
      expect((await readShowState(a, show)).status).toBe(live.status === 200 ? 'stopped' : 'scheduled')
      expect((await stage.as.marc.post(`${path}/broadcast`, {})).status).toBe(200)
    }))

  test('while she goes on and off the air at full speed, on the other node', () =>
    repeatRace(async () => {
      await ensureMember(stage, 'selma', 'seller')
      const { path, show } = await startCastShow(stage)
      const remove = await removal()
      const writers = startConcurrentWriters(4, [onB('selma')], (client, nth) =>
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
    }, slowRaceCount))

  test('while she starts an auction, which either does not start or continues with its bids', () =>
    repeatRace(async (race) => {
      await ensureMember(stage, 'selma', 'seller')
      const { path, show, product } = await startCastShow(stage)
      const remove = await removal()
      const [begun, removed] = await runBothAtOnce(
        race,
        () => onB('selma').post(`${path}/auctions`, { product, seconds: 10, suddenDeath: true }),
        remove,
      )
      expect(removed.status).toBe(200)
      await isOut(show)
      expect(await readShowState(a, show)).toMatchObject({
        status: 'stopped',
        running: begun.status === 201 ? 1 : 0,
      })
      if (begun.status !== 201) return expect(begun.status).toBe(404)
      const { client, path: mine } = buyers[race % buyers.length] as SeededBuyer
      const bid = await client.post(`${mine}/bids`, { show, auction: begun.body.id, amount: 1000 })
      expect(bid).toMatchObject({ status: 201, body: { leading: true } })
    }, slowRaceCount))

  test('while she sends video to the other node, which is cut within a second of the answer', () =>
    repeatRace(async (race) => {
      await ensureMember(stage, 'selma', 'seller')
      const { path, show, product } = await startCastShow(stage)
      const auction = (await stage.as.selma.post(`${path}/auctions`, { product, seconds: 60 })).body.id
      const { client, path: mine } = buyers[race % buyers.length] as SeededBuyer
      expect((await client.post(`${mine}/bids`, { show, auction, amount: 1000 })).status).toBe(201)
      await kept(sendVideo(onB('selma'), path))
      const seen = await kept(watchVideo(nobody(), show))
      await expectSoon(() => seen.came).toBeGreaterThan(10)
      const remove = await removal()

      expect((await remove()).status).toBe(200)
      const [answered, lateness] = [performance.now(), measureLateness()]

      await isOut(show)
      await pause(1200)
      expect(seen.last - answered).toBeLessThan(1000 + 5 * lateness.most())
      expect((await readShowState(a, show)).status).toBe('stopped')
      const { items } = (await client.get(`/shows/${show}/auctions`)).body
      expect(items[0]).toMatchObject({ id: auction, status: 'running', price: 1000, bids: 1 })
      await nothingIsSeen(path, show)
    }, slowRaceCount))

  test('while her video begins, and no session lasts longer than the answer', () =>
    repeatRace(async (race) => {
      await ensureMember(stage, 'selma', 'seller')
      const { path, show } = await startCastShow(stage)
      const remove = await removal()
      const [picture] = await runBothAtOnce(
        race,
        () => kept(sendVideo(onB('selma'), path)).catch((error: Error) => error),
        async () => {
          await pause(Math.random() * 60)
          expect((await remove()).status).toBe(200)
        },
      )
      await isOut(show)
      if (picture instanceof Error) expect(picture.message).toMatch(/40[49]|in time/)
      await nothingIsSeen(path, show)
    }, slowRaceCount))
})

describe('a node that receives no events', () => {
  test('accepts no video, since it would not learn that its sender was removed', async () => {
    await ensureMember(stage, 'selma', 'seller')
    const { path } = await startCastShow(stage)
    const hears = async () => (await b.app.inject('/readyz')).statusCode === 200
    // Repeated until a connection was made while the node received no events. It receives them again within two
    // seconds.
    for (let whollyDeaf = false; !whollyDeaf; ) {
      await expectSoon(hears).toBe(true)
      await cutEventConnections(a)
      await expectSoon(hears).toBe(false)
      const taken = await kept(sendVideo(onB('selma'), path)).catch((error: Error) => error)
      whollyDeaf = !(await hears())
      if (whollyDeaf) expect(String(taken)).toContain('503 unavailable')
    }
    await expectSoon(hears).toBe(true)
    await kept(sendVideo(onB('selma'), path))
  })
})

describe('the end date of Selma’s access', () => {
  test('ends her broadcast, whichever node she is on', () =>
    repeatRace(async () => {
      const id = await ensureMember(stage, 'selma', 'seller')
      const { path, show } = await startCastShow(stage)
      await kept(sendVideo(onB('selma'), path))
      const endsAt = new Date(Date.now() + 1500)
      expect((await stage.as.olga.patch(`${stage.ours}/members/${id}`, { endsAt })).status).toBe(200)
      await expectSoon(async () => (await readShowState(b, show)).open).toBe(0)
      expect(Date.now()).toBeGreaterThanOrEqual(endsAt.getTime())
      expect(Date.now() - endsAt.getTime()).toBeLessThan(5000)
      expect((await readShowState(a, show)).status).toBe('stopped')
      await nothingIsSeen(path, show)
      await stage.as.olga.delete(`${stage.ours}/members/${id}`)
    }, 2))
})
