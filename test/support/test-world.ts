import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { makeApiClient } from '../../cast/api-client.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type RunningServer, startServer } from '../../src/server/start.ts'
import { jobWorkers } from '../../src/server/workers.ts'
import { copyDatabase } from './copy-database.ts'
import { testEnvironment } from './test-environment.ts'

/** Whether the tests run on a PostgreSQL server. */
export const usesPostgres = process.env.TEST_DATABASE === 'postgres'

/** A database to copy: migrated and empty, or with the cast signed up. */
export type TemplateName = 'empty' | 'cast'

/** Whether queued jobs are run. Idle workers take a tenth of a core, so a file whose tests wait for no job has none. */
export type JobsOfWorld = 'with jobs' | 'without jobs'

/** A Stagedoor for one test file, with an empty database of its own: an embedded one, or one on the server. */
export const openWorld = (
  environment: Record<string, string> = {},
  jobs: JobsOfWorld = 'with jobs',
): Promise<RunningServer> => openCopy('empty', environment, jobs)

/**
 * A Stagedoor for one test file, with the cast signed in. A DATABASE_URL in the environment must name a copy of the
 * cast's database.
 */
export async function openWorldWithCast(
  environment: Record<string, string> = {},
  jobs: JobsOfWorld = 'with jobs',
): Promise<{ world: RunningServer; stage: SignedInCast }> {
  const world = await openCopy('cast', environment, jobs)
  return { world, stage: castIn(world.app) }
}

async function openCopy(template: TemplateName, environment: Record<string, string>, jobs: JobsOfWorld) {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-world-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  if (!usesPostgres) copyTemplate(template, folder)
  const running = await startServer(
    readConfig({
      ...testEnvironment,
      DATA_DIR: folder,
      ...(usesPostgres && !environment.DATABASE_URL && { DATABASE_URL: await createTestDatabase(template) }),
      ...environment,
    }),
    jobs === 'with jobs' ? jobWorkers : () => [],
  )
  return { ...running, stop: () => running.stop().finally(forget) }
}

/** Copies an embedded database of the run to a folder. */
export const copyTemplate = (template: TemplateName, folder: string): void =>
  copyDatabase(join(inject('templates'), template), folder)

/** The cast, signed in at a server on a copy of their database. */
function castIn(app: FastifyInstance): SignedInCast {
  const { cookies, ...stage } = inject('cast')
  const clients = Object.entries(cookies).map(([name, cookie]) => [name, makeApiClient(app, cookie)])
  return { ...stage, as: Object.fromEntries(clients) }
}

export async function createTestDatabase(template: TemplateName = 'empty'): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: inject('postgres') })
  await admin.connect()
  await admin.query(`create database ${name} template template_${template}`)
  await admin.end()
  return inject('postgres').replace(/postgres$/, name)
}
