import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'
import { prepare } from './prepare.ts'

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
  await prepare({ DATA_DIR: '', DATABASE_URL: server.url('template_stagedoor') })
  project.provide('postgres', server.url())
  return server.stop
}
