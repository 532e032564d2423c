import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../src/ground/config.ts'
import { openDatabase } from '../src/ground/db.ts'
import { startJobs } from '../src/ground/jobs.ts'
import { workers } from '../src/workers.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
  }
}

/** One PostgreSQL server for the run, and in it a migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  const admin = new pg.Client({ connectionString: server.url() })
  await admin.connect()
  await admin.query('create database template_stagedoor')
  await admin.end()
  const database = await openDatabase({ databaseUrl: server.url('template_stagedoor') })
  const stopJobs = await startJobs(
    database,
    workers(database, readConfig({ DATA_DIR: '/nowhere', SECRET: 'x'.repeat(32) })),
  )
  await stopJobs()
  await database.close()
  project.provide('postgres', server.url())
  return server.stop
}
