import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../cast/client.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import type { Name } from '../../cast/people.ts'
import type { Running } from '../../src/start.ts'
import { freshDatabase, openWorld } from '../world.ts'
import { eachRace, restored, soon } from './race.ts'
import { openPage, type Page, refusal } from './socket.ts'
import { writeAtFullSpeed } from './writers.ts'

/** Two nodes on one database, which share the folder of the photos. */
let [a, b]: [Running, Running] = [] as never
let shared: Record<string, string>
let stage: Stage
let admin: pg.Client
let pages: Page[] = []
beforeAll(async () => {
  const DATABASE_URL = await freshDatabase()
  shared = { DATABASE_URL, DATA_DIR: mkdtempSync(join(tmpdir(), 'stagedoor-shared-')) }
  a = await openWorld(shared)
  b = await openWorld(shared)
  stage = await loadCast(a.app)
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

const onB = (name: Name): Client => clientOf(b.app, stage.as[name].cookie)
const product = { title: 'Silk scarf', price: 6400, quantity: 1 }
async function open(node: Running, name: Name) {
  const page = await openPage(node, stage.as[name], stage.ours)
  pages.push(page)
  return page
}
const ready = async ({ app }: Running) => (await app.inject('/readyz')).statusCode

describe('two nodes on one database', () => {
  test('one that has its own folder for photos, and no bucket, does not start: it would lose what the others keep', () =>
    expect(openWorld({ ...shared, DATA_DIR: tmpdir() })).rejects.toThrow(/The photos of this database/))

  test('a removal made on one holds at once on the other, and closes the page that is open there', () =>
    eachRace(async () => {
      const { as, ours } = stage
      const selma = await restored(stage, 'selma', 'seller')
      const page = await open(b, 'selma')
      const writers = writeAtFullSpeed(8, [onB('selma')], (client) =>
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

  test('a new role given on one is the role on the other', async () => {
    const { as, ours } = stage
    const marc = await restored(stage, 'marc', 'admin')
    const page = await open(b, 'marc')

    await as.olga.patch(`${ours}/members/${marc}`, { role: 'support' })

    expect((await onB('marc').get(ours)).body.role).toBe('support')
    expect((await onB('marc').get(`${ours}/invitations`)).status).toBe(403)
    expect((await page.closed).code).toBe(4409)
  })

  test('a sign-in ended on one is over on the other', async () => {
    const { as, ours } = stage
    await restored(stage, 'theo', 'support')
    const page = await open(b, 'theo')
    await as.theo.post('/api/auth/sign-out')
    expect((await page.closed).code).toBe(4401)
    expect((await onB('theo').get(ours)).status).toBe(401)
  })

  test('a change made on one is told on the other', async () => {
    const page = await open(b, 'olga')
    await stage.as.olga.post(`${stage.ours}/products`, product)
    await soon(() => page.heard).toContain('products')
  })
})

describe('a node that does not hear', () => {
  /** The server's processes that the nodes listen on. */
  const listening = async () => {
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'stagedoor live'`,
    )
    return rows.map(({ pid }) => pid)
  }
  /** @returns the processes of before, which are gone as soon as the nodes notice */
  const cut = async () => {
    const pids = await listening()
    for (const pid of pids) await admin.query('select pg_terminate_backend($1)', [pid])
    return pids
  }

  test('closes its pages and takes none, says that it is not ready, and comes back by itself', async () => {
    const page = await open(a, 'olga')
    expect(await ready(a)).toBe(200)

    expect(await cut()).toHaveLength(2)

    expect((await page.closed).code).toBe(1012)
    expect(await ready(a)).toBe(503)
    await expect(refusal(open(a, 'olga'))).resolves.toBe(503)

    await soon(() => ready(a)).toBe(200)
    const anew = await open(a, 'olga')
    await stage.as.olga.post(`${stage.ours}/products`, product)
    await soon(() => anew.heard).toContain('products')
  })

  test('notices also a connection that is there and says nothing any more', async () => {
    const before = await cut()
    const anew = async () => (await listening()).filter((pid) => !before.includes(pid))
    await soon(async () => (await anew()).length).toBe(2)
    await soon(() => ready(a)).toBe(200)
    await soon(() => ready(b)).toBe(200)
    const [silent = 0] = await anew()
    const [onA, onB] = [await open(a, 'olga'), await open(b, 'olga')]

    process.kill(silent, 'SIGSTOP')

    const { code } = await Promise.race([onA.closed, onB.closed])
    process.kill(silent, 'SIGCONT')
    expect(code).toBe(1012)
  })
})
