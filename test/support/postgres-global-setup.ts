import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgresServer } from './postgres-server.ts'
import { type PreparedCast, prepareCast, prepareDatabase } from './prepare-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server, which has two databases to copy: `template_empty` and `template_cast`. */
    postgres: string
    cast: PreparedCast
  }
}

/** One PostgreSQL server for the run, and in it the databases that test files copy. */
export default async function setup(project: TestProject) {
  const server = await startPostgresServer()
  const admin = new pg.Client({ connectionString: server.url() })
  try {
    await admin.connect()
    await admin.query('create database template_empty')
    await prepareDatabase({ DATA_DIR: '', DATABASE_URL: server.url('template_empty') })
    await admin.query('create database template_cast template template_empty')
    const cast = await prepareCast({ DATA_DIR: '', DATABASE_URL: server.url('template_cast') })
    project.provide('cast', cast)
    project.provide('postgres', server.url())
    await admin.end()
  } catch (error) {
    // Vitest ends nothing of a setup that failed.
    await server.stop()
    throw error
  }
  return server.stop
}
