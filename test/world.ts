import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '../src/ground/config.ts'
import { type Running, start } from '../src/start.ts'

/** Whether this run of the tests is the one on a PostgreSQL server. */
export const onServer = process.env.TEST_DATABASE === 'postgres'

export const secret = 'a secret of the tests, long enough'

/** A Stagedoor of its own for a test file: on the embedded database in memory, or in a database of the server. */
export async function openWorld(environment: Record<string, string> = {}): Promise<Running> {
  return start(
    readConfig({
      PORT: '0',
      PUBLIC_URL: 'http://localhost',
      SECRET: secret,
      RATE_LIMIT_FACTOR: '1000',
      ...(onServer ? { DATABASE_URL: await freshDatabase() } : { DATA_DIR: '' }),
      ...environment,
    }),
  )
}

export async function freshDatabase(): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: inject('postgres') })
  await admin.connect()
  await admin.query(`create database ${name} template template_stagedoor`)
  await admin.end()
  return inject('postgres').replace(/postgres$/, name)
}
