import type { FastifyInstance } from 'fastify'
import type { Config } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { checkRowSecurity } from '../platform/database/scope.ts'
import { openFileStorage } from '../platform/files/file-storage.ts'
import { checkSharedFolder } from '../platform/files/shared-folder.ts'
import { startJobs } from '../platform/jobs.ts'
import { makeApp } from './app.ts'
import { jobWorkers } from './workers.ts'

export type RunningServer = {
  app: FastifyInstance
  database: Database
  address: string
  stop(): Promise<void>
}

/** The checks that must pass before the server accepts requests. */
async function checkAll(database: Database, config: Config) {
  await checkRowSecurity(database.db)
  await checkSharedFolder(database, config)
}

/**
 * Opens the database, starts the jobs and serves.
 * @param makeWorkers makes the workers of the jobs. A node without workers only queues jobs and leaves them to others.
 */
export async function startServer(config: Config, makeWorkers = jobWorkers): Promise<RunningServer> {
  const database = await openDatabase(config)
  await checkAll(database, config).catch(async (error) => {
    await database.close()
    throw error
  })
  const files = await openFileStorage(config)
  const stopJobs = await startJobs(database, makeWorkers(database, config, files))
  const app = await makeApp(database, config, files)
  const address = await app.listen({ host: config.host, port: config.port })
  return {
    app,
    database,
    address,
    stop: async () => {
      await app.close()
      await stopJobs()
      await database.close()
      await files.close()
    },
  }
}
