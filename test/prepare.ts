import { readConfig } from '../src/ground/config.ts'
import { openDatabase } from '../src/ground/db.ts'
import { openFiles } from '../src/ground/files.ts'
import { startJobs } from '../src/ground/jobs.ts'
import { workers } from '../src/workers.ts'

/** Migrates a database and makes its queues, as a first start does, and leaves it. */
export async function prepare(environment: Record<string, string>): Promise<void> {
  const config = readConfig({ SECRET: 'x'.repeat(32), ...environment })
  const database = await openDatabase(config)
  const files = await openFiles(config)
  const stopJobs = await startJobs(database, workers(database, config, files))
  await stopJobs()
  await database.close()
  await files.close()
}
