import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCast, type Stage } from '../../cast/load.ts'
import { openWorld } from '../../test/world.ts'
import { asService } from '../ground/db.ts'
import type { Running } from '../start.ts'
import { firstBrokenSeal, sealAll } from './sealing.ts'

let world: Running
let stage: Stage
let activity: string
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  activity = `${stage.ours}/activity`
})
afterAll(() => world.stop())

type Row = {
  act: string
  person: { id: string; name: string }
  allowed: boolean
  details: Record<string, unknown>
  ip: string
}
const rowsOf = async (query = ''): Promise<Row[]> =>
  (await stage.as.marc.get(`${activity}?${query}`)).body.items

test('what was done is there: who, what, on what, from where', async () => {
  await stage.as.theo.post(`${stage.ours}/products`, { title: 'Jar', price: 500, quantity: 1 })
  const [latest] = await rowsOf()
  expect(latest).toMatchObject({
    act: 'inventory.created',
    person: { name: 'Théo Blanc' },
    allowed: true,
    ip: '127.0.0.1',
    subject: { name: 'Jar' },
  })
})

test('what was refused is there, too', async () => {
  await stage.as.theo.get(`${stage.ours}/invitations`)
  const [latest] = await rowsOf('area=door')
  expect(latest).toMatchObject({
    act: 'door.refused',
    person: { name: 'Théo Blanc' },
    allowed: false,
    details: { permission: 'team.manage' },
  })
})

test('it is filtered by person, area and day', async () => {
  const [{ person }] = (await rowsOf('area=inventory')) as [Row]
  expect((await rowsOf(`person=${person.id}`)).every((row) => row.person.name === 'Théo Blanc')).toBe(true)
  const today = new Date().toISOString().slice(0, 10)
  expect((await rowsOf(`from=${today}&to=${today}`)).length).toBeGreaterThan(5)
  expect(await rowsOf('to=2020-01-01')).toEqual([])
})

test('as CSV it holds the same rows, and nothing that a spreadsheet would run', async () => {
  await stage.as.olga.post(`${stage.ours}/products`, {
    title: '=HYPERLINK("http://example.com")',
    price: 500,
    quantity: 1,
  })
  const { headers, body } = await stage.as.olga.get(`${activity}.csv?area=inventory`)
  expect(headers['content-type']).toContain('text/csv')
  const lines = body.trim().split('\n')
  expect(lines).toHaveLength(1 + (await rowsOf('area=inventory')).length)
  expect(body).toContain(`'=HYPERLINK`)
  expect(body).not.toMatch(/(^|,)"?=HYPERLINK/m)
})

test('sealed rows show when one was changed behind the database’s back', async () => {
  await world.database.db.execute(sql`alter table activity disable trigger keep_ledger`)
  await world.database.db.execute(sql`update activity set at = at - interval '1 minute'`)
  await sealAll(world.database, stage.own.olga)
  expect(await firstBrokenSeal(world.database, stage.own.olga)).toBeUndefined()
  await asService(world.database, async (tx) => {
    await tx.execute(
      sql`update activity set person_name = 'Somebody else' where account_id = ${stage.own.olga} and act = 'team.invited'`,
    )
  })
  await world.database.db.execute(sql`alter table activity enable trigger keep_ledger`)
  expect(await firstBrokenSeal(world.database, stage.own.olga)).toBe(1)
})
