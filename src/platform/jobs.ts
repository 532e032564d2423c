import { sql } from 'drizzle-orm'
import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss'
import { type Database, serviceTransaction } from './database/database.ts'
import { logError } from './log.ts'

/** A worker of one queue. A job may run more than once, so `run` must be idempotent. */
export type JobWorker = {
  queue: string
  /** How many times the job is retried after a failure. The pauses grow up to five minutes. */
  retries: number
  /** Cron expression (UTC) at which the job runs by itself. */
  schedule?: string
  run(data: never, job: { lastTry: boolean }): Promise<void>
}

/**
 * Starts the queue and its workers. From then on, transactions in any scope may queue jobs.
 * @returns a function that stops the workers
 */
export async function startJobs(database: Database, workers: JobWorker[]): Promise<() => Promise<void>> {
  const { boss } = database
  boss.on('error', (error) => logError('jobs', error))
  await boss.start()
  await letScopesQueue(database)
  for (const worker of workers) await startWorker(boss, worker)
  return () => boss.stop({ graceful: true, timeout: 5000 })
}

async function startWorker(boss: PgBoss, { queue, retries, schedule, run }: JobWorker) {
  const options = {
    retryLimit: retries,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 60,
    deleteAfterSeconds: 86_400,
    notify: true,
  }
  if (await boss.getQueue(queue)) await boss.updateQueue(queue, options)
  else await boss.createQueue(queue, options)
  if (schedule) await boss.schedule(queue, schedule)
  await boss.work(
    queue,
    {
      // A job that can start at once wakes the worker by a notification. Polling finds jobs that start later, and all
      // jobs while the notification channel is broken.
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 2,
      batchSize: 20,
      burstWhenBatchFull: true,
      includeMetadata: true,
      perJobResults: true,
    },
    (jobs: JobWithMetadata<object>[]) => Promise.all(jobs.map((job) => jobResult(queue, run, job))),
  )
}

/** Each job of a batch has its own result, so a job that fails is retried alone. */
async function jobResult(
  queue: string,
  run: JobWorker['run'],
  job: JobWithMetadata<object>,
): Promise<JobResult> {
  try {
    await run(job.data as never, { lastTry: job.retryCount >= job.retryLimit })
    return { id: job.id, status: 'completed' }
  } catch (error) {
    logError(queue, error)
    return { id: job.id, status: 'failed' }
  }
}

const letScopesQueue = (database: Database) =>
  serviceTransaction(database, async (tx) => {
    // Without the lock, nodes that start together would fail on each other's concurrent grants.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('stagedoor grants', 0))`)
    for (const grant of [
      'usage on schema pgboss',
      'select on pgboss.queue',
      'insert on all tables in schema pgboss',
    ])
      await tx.execute(sql.raw(`grant ${grant} to stagedoor_account, stagedoor_person, stagedoor_system`))
    await tx.execute(
      sql`grant select (id, start_after) on pgboss.job, pgboss.job_common to stagedoor_account, stagedoor_person, stagedoor_system`,
    )
  })
