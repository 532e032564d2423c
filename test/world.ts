import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '../src/ground/config.ts'
import { type Running, start } from '../src/start.ts'

/** Whether this run of the tests is the one on a PostgreSQL server. */
export const onServer = process.env.TEST_DATABASE === 'postgres'

export const secret = 'a secret of the tests, long enough'

/** A Stagedoor of its own for a test file: on the embedded database, or in a database of the server. */
export async function openWorld(environment: Record<string, string> = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-world-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  if (!onServer) cpSync(inject('template'), folder, { recursive: true })
  const running = await start(
    readConfig({
      PORT: '0',
      MEDIA_PORT: '0',
      PUBLIC_URL: 'http://localhost',
      SECRET: secret,
      RATE_LIMIT_FACTOR: '1000',
      DATA_DIR: folder,
      ...(onServer && !environment.DATABASE_URL && { DATABASE_URL: await freshDatabase() }),
      ...environment,
    }),
  )
  return { ...running, stop: () => running.stop().finally(forget) }
}

export async function freshDatabase(): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: inject('postgres') })
  await admin.connect()
  await admin.query(`create database ${name} template template_stagedoor`)
  await admin.end()
  return inject('postgres').replace(/postgres$/, name)
}
