import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scheduleCastShow, startCastShow } from '../../cast/cast-shows.ts'
import { cast } from '../../cast/people.ts'
import { findMemberId, joinAccount, type SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { serviceTransaction } from '../platform/database/database.ts'
import type { RunningServer } from '../server/start.ts'
import { expiredShowsWorker } from './lapsed-shows.ts'

let world: RunningServer
let stage: SignedInCast
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
})
afterAll(() => world.stop())

type Name = 'olga' | 'marc' | 'selma' | 'theo'
const act = (name: Name, show: string, what: string, body: object = {}) =>
  stage.as[name].post(`${stage.ours}/shows/${show}/${what}`, body)
const read = async (show: string) => (await stage.as.theo.get(`${stage.ours}/shows/${show}`)).body
const inDatabase = (statement: ReturnType<typeof sql>) =>
  serviceTransaction(world.database, (tx) => tx.execute(statement))
const teamLines = async (show: string) =>
  (await stage.as.olga.get(`${stage.ours}/shows/${show}/chat`)).body.items.filter(
    ({ kind }: { kind: string }) => kind === 'team',
  )

describe('going live', () => {
  test('is possible for one host at a time; the same host can move to another device only on request', async () => {
    const { show } = await startCastShow(stage)
    expect(await act('marc', show, 'broadcast')).toMatchObject({
      status: 409,
      body: { code: 'on_air', name: 'Selma Diop', yours: false },
    })
    expect((await act('marc', show, 'broadcast', { takeOver: true })).body.code).toBe('on_air')
    expect((await act('selma', show, 'broadcast')).body).toMatchObject({ code: 'on_air', yours: true })
    expect((await act('selma', show, 'broadcast', { takeOver: true })).status).toBe(200)
    expect(await read(show)).toMatchObject({ status: 'live', onAir: { name: 'Selma Diop', you: false } })
  })

  test('can be handed over to a member who may host, and to nobody else', async () => {
    const { show } = await startCastShow(stage)
    const idOf = (name: Name) => findMemberId(stage.as.olga, stage.ours, cast[name].name)
    expect((await act('marc', show, 'hand-over', { member: await idOf('olga') })).body.code).toBe('not_host')
    expect((await act('selma', show, 'hand-over', { member: await idOf('theo') })).body.code).toBe(
      'nobody_to_hand_to',
    )
    expect(
      (await act('selma', show, 'hand-over', { member: await idOf('marc') })).body.onAir.offered,
    ).toEqual({
      name: 'Marc Aubert',
      you: false,
    })
    expect((await act('olga', show, 'broadcast')).body.code).toBe('on_air')
    expect((await act('marc', show, 'broadcast')).body.onAir).toMatchObject({
      name: 'Marc Aubert',
      you: true,
    })
    expect((await act('selma', show, 'heartbeat')).body.onAir).toBe(false)
    expect((await act('selma', show, 'stop')).body.code).toBe('not_host')
  })

  test('can be stopped, continued within two hours by any member who may host, and ended for good', async () => {
    const { show } = await startCastShow(stage)
    const stopped = (await act('selma', show, 'stop')).body
    expect(stopped).toMatchObject({ status: 'stopped', onAir: null })
    expect(Date.parse(stopped.resumeBy) - Date.parse(stopped.stoppedAt)).toBe(2 * 3_600_000)
    expect((await act('marc', show, 'broadcast')).body.status).toBe('live')
    expect((await act('selma', show, 'end')).body.code).toBe('not_host')
    expect((await act('marc', show, 'end')).body).toMatchObject({ status: 'ended', closedBy: 'Marc Aubert' })
    expect((await act('marc', show, 'broadcast')).body.code).toBe('show_over')
  })

  test('can be stopped in an emergency by an Owner or an Admin, and by nobody else', async () => {
    const { show } = await startCastShow(stage)
    expect((await act('selma', show, 'emergency-stop')).body.permission).toBe('team.manage')
    expect((await act('marc', show, 'emergency-stop')).body).toMatchObject({ status: 'stopped', onAir: null })
    expect(await teamLines(show)).toMatchObject([{ text: 'emergency', name: 'Marc Aubert' }])
    expect((await act('olga', show, 'emergency-stop')).body.code).toBe('not_on_air')
  })
})

describe('a show without a sign of life', () => {
  test('is stopped when its host’s studio sends no heartbeat for 45 seconds, and the team is told', async () => {
    const { show } = await startCastShow(stage)
    await inDatabase(
      sql`update broadcasts set seen_at = now() - interval '46 seconds' where show_id = ${show}`,
    )
    await expect.poll(async () => (await read(show)).status).toBe('stopped')
    expect(await teamLines(show)).toMatchObject([{ text: 'lost', name: 'Selma Diop' }])
  }, 15_000)

  test('ends two hours after it was stopped; one that did not begin is cancelled after twelve hours', async () => {
    const { show } = await startCastShow(stage)
    await act('selma', show, 'stop')
    const missed = await scheduleCastShow(stage, 'Nobody came')
    await inDatabase(sql`update shows set stopped_at = now() - interval '121 minutes' where id = ${show}`)
    await inDatabase(sql`update shows set starts_at = now() - interval '13 hours' where id = ${missed}`)
    expect((await act('selma', show, 'broadcast')).body.code).toBe('show_over')
    await expiredShowsWorker(world.database).run({} as never, { lastTry: true })
    expect((await read(show)).status).toBe('ended')
    expect(await read(missed)).toMatchObject({ status: 'cancelled', closedBy: null })
  })
})

describe('when Selma’s access ends during a show', () => {
  test.each([
    ['by removal', async (member: string) => stage.as.olga.delete(`${stage.ours}/members/${member}`, {})],
    [
      'by another role',
      async (member: string) => stage.as.olga.patch(`${stage.ours}/members/${member}`, { role: 'support' }),
    ],
    [
      'by the clock',
      async (member: string) =>
        stage.as.olga.patch(`${stage.ours}/members/${member}`, { endsAt: new Date(Date.now() + 1500) }),
    ],
    ['as she leaves', async () => stage.as.selma.post(`${stage.ours}/leave`)],
  ])(
    '%s, her broadcast ends, the team is told, and Marc can continue',
    async (how, ends) => {
      const { show } = await startCastShow(stage)
      expect((await ends(await findMemberId(stage.as.olga, stage.ours, cast.selma.name))).status).toBe(200)
      if (how !== 'by the clock') expect((await read(show)).status).toBe('stopped')
      await expect.poll(async () => (await read(show)).status).toBe('stopped')
      expect(await teamLines(show)).toMatchObject([{ text: 'access_ended', name: 'Selma Diop' }])
      expect((await act('selma', show, 'broadcast')).status).toBe(how === 'by another role' ? 403 : 404)
      expect((await act('marc', show, 'broadcast')).body).toMatchObject({ status: 'live' })
      await act('marc', show, 'end')
      if (how === 'by another role') await stage.as.selma.post(`${stage.ours}/leave`)
      if (how === 'by the clock')
        await stage.as.olga.delete(
          `${stage.ours}/members/${await findMemberId(stage.as.olga, stage.ours, cast.selma.name)}`,
          {},
        )
      await joinAccount(world.app, stage.as, stage.ours, 'selma', 'seller')
    },
    20_000,
  )
})
