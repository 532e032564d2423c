import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { serviceTransaction } from '../platform/database/database.ts'
import type { RunningServer } from '../server/start.ts'
import { firstBrokenSeal, sealActivity } from './seal-activity.ts'

let world: RunningServer
let stage: SignedInCast
let activity: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
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

test('an act is listed with who did it, what it was done to, and the IP address', async () => {
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

test('refused attempts are listed, too', async () => {
  await stage.as.theo.get(`${stage.ours}/invitations`)
  const [latest] = await rowsOf('area=door')
  expect(latest).toMatchObject({
    act: 'door.refused',
    person: { name: 'Théo Blanc' },
    allowed: false,
    details: { permission: 'team.manage' },
  })
})

test('the activity can be filtered by person, area and day', async () => {
  const [{ person }] = (await rowsOf('area=inventory')) as [Row]
  expect((await rowsOf(`person=${person.id}`)).every((row) => row.person.name === 'Théo Blanc')).toBe(true)
  const today = new Date().toISOString().slice(0, 10)
  expect((await rowsOf(`from=${today}&to=${today}`)).length).toBeGreaterThan(5)
  expect(await rowsOf('to=2020-01-01')).toEqual([])
})

test('the CSV has the same rows, and no cell that a spreadsheet would run as a formula', async () => {
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

test('the seals reveal a row that was changed directly in the database', async () => {
  for (const table of ['activity', 'activity_seals'])
    await world.database.db.execute(sql.raw(`alter table ${table} disable trigger keep_ledger`))
  // Some rows may be sealed already: a job did that while the cast signed up.
  await world.database.db.execute(sql`delete from activity_seals`)
  await world.database.db.execute(sql`update activity set at = at - interval '1 minute'`)
  await sealActivity(world.database, stage.own.olga)
  expect(await firstBrokenSeal(world.database, stage.own.olga)).toBeUndefined()
  await serviceTransaction(world.database, async (tx) => {
    await tx.execute(
      sql`update activity set person_name = 'Somebody else' where account_id = ${stage.own.olga} and act = 'team.invited'`,
    )
  })
  for (const table of ['activity', 'activity_seals'])
    await world.database.db.execute(sql.raw(`alter table ${table} enable trigger keep_ledger`))
  expect(await firstBrokenSeal(world.database, stage.own.olga)).toBe(1)
})
