import type { FastifyInstance } from 'fastify'
import { makeApp } from './app.ts'
import type { Config } from './ground/config.ts'
import { type Database, openDatabase } from './ground/db.ts'
import { openFiles } from './ground/files.ts'
import { checkFolder } from './ground/folder.ts'
import { startJobs } from './ground/jobs.ts'
import { checkRowSecurity } from './ground/scope.ts'
import { workers } from './workers.ts'

export type Running = { app: FastifyInstance; database: Database; address: string; stop(): Promise<void> }

/** What must hold before anybody is let in. */
async function checkAll(database: Database, config: Config) {
  await checkRowSecurity(database.db)
  await checkFolder(database, config)
}

/** Opens the database, starts the jobs and serves. */
export async function start(config: Config): Promise<Running> {
  const database = await openDatabase(config)
  await checkAll(database, config).catch(async (error) => {
    await database.close()
    throw error
  })
  const files = await openFiles(config)
  const stopJobs = await startJobs(database, workers(database, config, files))
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
