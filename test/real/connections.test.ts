import { sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { asService, openDatabase, rows } from '../../src/ground/db.ts'
import { freshDatabase } from '../world.ts'

test('connections that break, at whatever moment, are replaced: none is lost, and closing waits for nobody', async () => {
  const databaseUrl = await freshDatabase()
  const database = await openDatabase({ databaseUrl })
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  let broken = 0
  const work = () =>
    asService(database, (tx) => rows(tx, sql`select pg_sleep(0.001)`), 'team').catch(() => broken++)

  for (let round = 0; round < 40; round++) {
    const working = Array.from({ length: 8 }, work)
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await Promise.all(working)
  }

  expect(broken).toBeGreaterThan(8)
  expect(await asService(database, (tx) => rows(tx, sql`select 1 as one`), 'team')).toEqual([{ one: 1 }])
  await admin.end()
  await database.close()
})
