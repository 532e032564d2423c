import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import type { CastName } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { createTestDatabase, openWorld, openWorldWithCast } from '../support/test-world.ts'
import { startConcurrentWriters } from './support/concurrent-writers.ts'
import { type LivePage, openLivePage, upgradeRefusalStatus } from './support/live-page.ts'
import { ensureMember, expectSoon, repeatRace } from './support/run-races.ts'

/** Two nodes with one database, which share the folder of the photos. */
let [a, b]: [RunningServer, RunningServer] = [] as never
let shared: Record<string, string>
let stage: SignedInCast
let admin: pg.Client
let pages: LivePage[] = []
beforeAll(async () => {
  const DATABASE_URL = await createTestDatabase('cast')
  shared = { DATABASE_URL, DATA_DIR: mkdtempSync(join(tmpdir(), 'stagedoor-shared-')) }
  ;({ world: a, stage } = await openWorldWithCast(shared))
  b = await openWorld(shared)
  admin = new pg.Client({ connectionString: DATABASE_URL })
  await admin.connect()
})
afterEach(() => {
  for (const page of pages) page.leave()
  pages = []
})
afterAll(async () => {
  await admin.end()
  await Promise.all([a.stop(), b.stop()])
  rmSync(shared.DATA_DIR as string, { recursive: true })
})

const onB = (name: CastName): ApiClient => makeApiClient(b.app, stage.as[name].cookie)
const product = { title: 'Silk scarf', price: 6400, quantity: 1 }
async function open(node: RunningServer, name: CastName) {
  const page = await openLivePage(node, stage.as[name], stage.ours)
  pages.push(page)
  return page
}
const ready = async ({ app }: RunningServer) => (await app.inject('/readyz')).statusCode

describe('of two nodes with one database', () => {
  test('one with its own folder for photos and no bucket does not start, since files would be missing on the other', () =>
    expect(openWorld({ ...shared, DATA_DIR: tmpdir() })).rejects.toThrow(/The photos of this database/))

  test('the other one applies a removal at once, and closes the page that is open there', () =>
    repeatRace(async () => {
      const { as, ours } = stage
      const selma = await ensureMember(stage, 'selma', 'seller')
      const page = await open(b, 'selma')
      const writers = startConcurrentWriters(8, [onB('selma')], (client) =>
        client.post(`${ours}/products`, product),
      )
      await writers.reached(10)

      const removed = await as.olga.delete(`${ours}/members/${selma}`)
      const answered = performance.now()

      expect(removed.status).toBe(200)
      expect((await onB('selma').get(ours)).status).toBe(404)
      expect((await page.closed).code).toBe(4404)
      await writers.finish()
      const later = writers.answers.filter(({ sent }) => sent > answered)
      expect(later.length).toBeGreaterThan(0)
      for (const { reply } of later) expect(reply.status).toBe(404)
    }))

  test('the other one applies a changed role', async () => {
    const { as, ours } = stage
    const marc = await ensureMember(stage, 'marc', 'admin')
    const page = await open(b, 'marc')

    await as.olga.patch(`${ours}/members/${marc}`, { role: 'support' })

    expect((await onB('marc').get(ours)).body.role).toBe('support')
    expect((await onB('marc').get(`${ours}/invitations`)).status).toBe(403)
    expect((await page.closed).code).toBe(4409)
  })

  test('the other one applies the end of a session', async () => {
    const { as, ours } = stage
    await ensureMember(stage, 'theo', 'support')
    const page = await open(b, 'theo')
    await as.theo.post('/api/auth/sign-out')
    expect((await page.closed).code).toBe(4401)
    expect((await onB('theo').get(ours)).status).toBe(401)
  })

  test('the other one tells its pages about a change', async () => {
    const page = await open(b, 'olga')
    await stage.as.olga.post(`${stage.ours}/products`, product)
    await expectSoon(() => page.heard).toContain('products')
  })
})

describe('a node that does not hear', () => {
  /** The database processes through which the nodes receive events. */
  const listening = async () => {
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'stagedoor live'`,
    )
    return rows.map(({ pid }) => pid)
  }
  /** @returns the processes from before, which are gone once the nodes have noticed */
  const cut = async () => {
    const pids = await listening()
    for (const pid of pids) await admin.query('select pg_terminate_backend($1)', [pid])
    return pids
  }

  test('closes its pages, accepts none, reports that it is not ready, and recovers by itself', async () => {
    const page = await open(a, 'olga')
    expect(await ready(a)).toBe(200)

    expect(await cut()).toHaveLength(2)

    expect((await page.closed).code).toBe(1012)
    expect(await ready(a)).toBe(503)
    await expect(upgradeRefusalStatus(open(a, 'olga'))).resolves.toBe(503)

    await expectSoon(() => ready(a)).toBe(200)
    const reopened = await open(a, 'olga')
    await stage.as.olga.post(`${stage.ours}/products`, product)
    await expectSoon(() => reopened.heard).toContain('products')
  })

  test('also notices a connection that is open but silent', async () => {
    const before = await cut()
    const newListeners = async () => (await listening()).filter((pid) => !before.includes(pid))
    await expectSoon(async () => (await newListeners()).length).toBe(2)
    await expectSoon(() => ready(a)).toBe(200)
    await expectSoon(() => ready(b)).toBe(200)
    const [silent = 0] = await newListeners()
    const [onA, onB] = [await open(a, 'olga'), await open(b, 'olga')]

    process.kill(silent, 'SIGSTOP')

    const { code } = await Promise.race([onA.closed, onB.closed])
    process.kill(silent, 'SIGCONT')
    expect(code).toBe(1012)
  })
})
