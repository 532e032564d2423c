import { sql } from 'drizzle-orm'
import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss'
import { asService, type Database } from './db.ts'
import { report } from './report.ts'

/** What works on a queue. A job may run more than once: the work must bear it. */
export type Worker = {
  queue: string
  /** Retries after a failure, each after a longer pause, up to five minutes. */
  retries: number
  /** In cron's notation (UTC): runs by itself. */
  schedule?: string
  run(data: never, job: { lastTry: boolean }): Promise<void>
}

/** Starts the queue and its workers; scopes may queue jobs from then on. @returns what stops them */
export async function startJobs(database: Database, workers: Worker[]): Promise<() => Promise<void>> {
  const { boss } = database
  boss.on('error', (error) => report('jobs', error))
  await boss.start()
  await letScopesQueue(database)
  for (const worker of workers) await startWorker(boss, worker)
  return () => boss.stop({ graceful: true, timeout: 5000 })
}

async function startWorker(boss: PgBoss, { queue, retries, schedule, run }: Worker) {
  const options = {
    retryLimit: retries,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 60,
    deleteAfterSeconds: 86_400,
  }
  if (await boss.getQueue(queue)) await boss.updateQueue(queue, options)
  else await boss.createQueue(queue, options)
  if (schedule) await boss.schedule(queue, schedule)
  await boss.work(
    queue,
    {
      pollingIntervalSeconds: 0.5,
      batchSize: 20,
      burstWhenBatchFull: true,
      includeMetadata: true,
      perJobResults: true,
    },
    (jobs: JobWithMetadata<object>[]) => Promise.all(jobs.map((job) => settled(queue, run, job))),
  )
}

/** Each job of a batch comes out by itself: one that fails is tried again alone. */
async function settled(queue: string, run: Worker['run'], job: JobWithMetadata<object>): Promise<JobResult> {
  try {
    await run(job.data as never, { lastTry: job.retryCount >= job.retryLimit })
    return { id: job.id, status: 'completed' }
  } catch (error) {
    report(queue, error)
    return { id: job.id, status: 'failed' }
  }
}

const letScopesQueue = (database: Database) =>
  asService(database, async (tx) => {
    // Nodes that start together would stumble over each other's grants.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('stagedoor grants', 0))`)
    for (const grant of [
      'usage on schema pgboss',
      'select on pgboss.queue',
      'insert on all tables in schema pgboss',
    ])
      await tx.execute(sql.raw(`grant ${grant} to stagedoor_account, stagedoor_person, stagedoor_system`))
    await tx.execute(
      sql`grant select (id) on pgboss.job, pgboss.job_common to stagedoor_account, stagedoor_person, stagedoor_system`,
    )
  })
