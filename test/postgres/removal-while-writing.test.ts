import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, type ApiReply, signInByApi } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { createTestDatabase, openWorldWithCast } from '../support/test-world.ts'
import { type ConcurrentWriters, startConcurrentWriters } from './support/concurrent-writers.ts'
import { ensureMember, repeatRace, stopExpectingNoDeadlock } from './support/run-races.ts'

let world: RunningServer
let stage: SignedInCast
let url: string
/** Selma's browsers: one person may be signed in in several. */
let selmas: ApiClient[]
let watcher: pg.Client
let slowest = 0
const team = [
  ['marc', 'admin'],
  ['selma', 'seller'],
  ['theo', 'support'],
] as const

beforeAll(async () => {
  url = await createTestDatabase('cast')
  ;({ world, stage } = await openWorldWithCast({ DATABASE_URL: url, INVITATIONS_PER_DAY: '1000000' }))
  watcher = new pg.Client({ connectionString: url })
  await watcher.connect()
  const more = [1, 2, 3].map(() => signInByApi(world.app, cast.selma.email))
  selmas = [stage.as.selma, ...(await Promise.all(more))]
})
afterAll(async () => {
  console.log(`The slowest removal under 40 writers was answered in ${Math.round(slowest)} ms.`)
  await watcher.end()
  await stopExpectingNoDeadlock(world, url)
})

/** The number of rows that a separate connection sees, which waits for no lock. */
const seen = async (rows: string, ...values: string[]) =>
  Number((await watcher.query(`select count(*) from ${rows}`, values)).rows[0].count)

/** Acts while the writers write, and reads what is committed as soon as that is answered. */
async function amid(writers: ConcurrentWriters, act: () => Promise<ApiReply>, look: () => Promise<number>) {
  await writers.reached(40)
  const asked = performance.now()
  const reply = await act()
  const answered = performance.now()
  const atTheAnswer = await look()
  await writers.finish()
  return {
    reply,
    took: answered - asked,
    atTheAnswer,
    atTheEnd: await look(),
    /** The longest time of a writer's request, in ms: on a busy machine, forty at the same time take long. */
    longestWrite: Math.max(...writers.answers.map(({ sent, answered }) => answered - sent)),
    done: writers.answers.filter(({ reply }) => reply.status < 300).length,
    /** The answers to requests that were sent after that. */
    later: writers.answers.filter(({ sent }) => sent > answered).map(({ reply }) => reply.status),
  }
}

/** Rows written after an act of the team. PostgreSQL numbers transactions when they begin to write. */
const writtenAfter = (act: string, table: string, text: string) =>
  seen(
    `${table} r where row_to_json(r)::text like $1 and r.xmin::text::bigint > (
      select max(a.xmin::text::bigint) from activity a where a.act = $2)`,
    `%${text}%`,
    act,
  )

const sell = (title: string) => (client: ApiClient, nth: number) =>
  client.post(`${stage.ours}/products`, { title: `${title}, no ${nth}`, price: 100, quantity: 1 })
const titled = (title: string) => () => seen('products where title like $1', `${title}, no %`)

test('a member is removed under 40 writers at full speed: the answer comes at once, and nothing commits after it', () =>
  repeatRace(async (race) => {
    const { as, ours } = stage
    const selma = await ensureMember(stage, 'selma', 'seller')
    const title = `Bear of race ${race}`
    const writers = startConcurrentWriters(40, selmas, sell(title))

    const { reply, took, ...found } = await amid(
      writers,
      () => as.olga.delete(`${ours}/members/${selma}`),
      titled(title),
    )

    slowest = Math.max(slowest, took)
    expect(reply.status).toBe(200)
    expect(took).toBeLessThan(Math.max(1000, 2 * found.longestWrite))
    expect(found.atTheAnswer).toBeGreaterThanOrEqual(40)
    expect(found.atTheEnd).toBe(found.atTheAnswer)
    expect(found.done).toBe(found.atTheAnswer)
    expect(await writtenAfter('team.removed', 'products', title)).toBe(0)
    expect(found.later.length).toBeGreaterThanOrEqual(40)
    expect(new Set(found.later)).toEqual(new Set([404]))
  }))

test('an Admin who invites at full speed becomes Support: nothing is sent after the answer', () =>
  repeatRace(async (race) => {
    const { as, ours } = stage
    const marc = await ensureMember(stage, 'marc', 'admin')
    const host = `race-${race}.example`
    const writers = startConcurrentWriters(8, [as.marc], (client, nth) =>
      client.post(`${ours}/invitations`, { invitations: [{ email: `guest${nth}@${host}`, role: 'seller' }] }),
    )

    const { reply, ...found } = await amid(
      writers,
      () => as.olga.patch(`${ours}/members/${marc}`, { role: 'support' }),
      () => seen('invitations where email like $1', `%@${host}`),
    )

    expect(reply).toMatchObject({ status: 200, body: { role: 'support' } })
    expect(found.atTheEnd).toBe(found.atTheAnswer)
    expect(found.done).toBe(found.atTheAnswer)
    expect(await seen('mails where address like $1', `%@${host}`)).toBe(found.done)
    expect(await writtenAfter('team.role_changed', 'invitations', host)).toBe(0)
    expect(new Set(found.later)).toEqual(new Set([403]))
  }))

test('an account closes while its team writes: the team no longer finds it, and nothing commits after it', () =>
  repeatRace(async (race) => {
    const { as, ours } = stage
    for (const [name, role] of team) await ensureMember(stage, name, role)
    const title = `Scarf of race ${race}`
    const writers = startConcurrentWriters(24, [as.marc, as.selma, as.theo], sell(title))

    const { reply, ...found } = await amid(
      writers,
      () => as.olga.delete(ours, { password: castPassword }),
      titled(title),
    )

    expect(reply.status).toBe(200)
    expect(found.atTheEnd).toBe(found.atTheAnswer)
    expect(found.done).toBe(found.atTheAnswer)
    expect(await writtenAfter('account.closed', 'products', title)).toBe(0)
    expect(new Set(found.later)).toEqual(new Set([404]))
    expect((await as.olga.get(ours)).status).toBe(409)
    expect((await as.olga.post(`${ours}/restore`)).status).toBe(200)
  }))
