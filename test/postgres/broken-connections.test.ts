import { sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openDatabase, queryRows, serviceTransaction } from '../../src/platform/database/database.ts'
import { createTestDatabase } from '../support/test-world.ts'

test('database connections that break at any moment are replaced, none is lost, and closing does not hang', async () => {
  const databaseUrl = await createTestDatabase()
  const database = await openDatabase({ databaseUrl })
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  let broken = 0
  const work = () =>
    serviceTransaction(database, (tx) => queryRows(tx, sql`select pg_sleep(0.001)`), 'urgent').catch(
      () => broken++,
    )

  for (let round = 0; round < 40; round++) {
    const working = Array.from({ length: 8 }, work)
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await Promise.all(working)
  }

  expect(broken).toBeGreaterThan(8)
  expect(await serviceTransaction(database, (tx) => queryRows(tx, sql`select 1 as one`), 'urgent')).toEqual([
    { one: 1 },
  ])
  await admin.end()
  await database.close()
})
