import { and, eq, sql } from 'drizzle-orm'
import { type Actor, requirePermission } from '../access/gate.ts'
import { sharedMembershipLock } from '../access/locks.ts'
import { accounts, hasAccess, members, people } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import { toRefusal } from '../http/problems.ts'
import { byKey } from '../platform/database/by-key.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import { publish } from '../platform/events.ts'
import type { JobWorker } from '../platform/jobs.ts'
import { logError } from '../platform/log.ts'
import { taskRows, tasks } from './tables.ts'
import {
  remainingRows,
  rowsPerTransaction,
  type TaskKind,
  taskQueue,
  taskRowsQueue,
  unpackRows,
  writeTaskRows,
} from './tasks.ts'

type Job = { account: string; task: string; person: string }

/** How many milliseconds a job works before it queues its continuation, so that other jobs get their turn. */
const maxJobMs = 20_000

/** After how many milliseconds a batch starts no further row, since others wait for it on a shared connection. */
const maxBatchMs = 400

/**
 * Works on tasks batch by batch. Each batch passes the gate again, so a task stops once its person has lost the
 * permission.
 */
export const taskWorker = (database: Database, kinds: TaskKind[]): JobWorker => ({
  queue: taskQueue,
  retries: 5,
  run: (job: Job, { lastTry }) =>
    orStop(database, job, lastTry, async () => {
      const until = performance.now() + maxJobMs
      while (performance.now() < until) if (!(await runBatch(database, kinds, job))) return
      await serviceTransaction(database, (tx) => tx.enqueue(taskQueue, job))
    }),
})

/** Writes the rows of long tasks in portions, then starts the work. */
export const taskRowsWorker = (database: Database): JobWorker => ({
  queue: taskRowsQueue,
  retries: 5,
  run: ({ packed, ...job }: Job & { packed: string }, { lastTry }) =>
    orStop(database, job, lastTry, async () => {
      const inputs = unpackRows(packed)
      for (let start = 0; start < inputs.length; start += rowsPerTransaction)
        await inScope(database, scopeOf(job), (db) =>
          writeTaskRows(db, job, inputs.slice(start, start + rowsPerTransaction), start),
        )
      await serviceTransaction(database, (tx) => tx.enqueue(taskQueue, job))
    }),
})

/** Stops a task whose last retry has failed, so that it does not seem to run forever. */
async function orStop(database: Database, job: Job, lastTry: boolean, work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    if (lastTry) await stopped(database, job)
    throw error
  }
}

const stopped = (database: Database, { account, task }: Job) =>
  inScope(database, { as: 'system', account }, (tx) =>
    tx
      .update(tasks)
      .set({ status: 'stopped', endedAt: sql`now()` })
      .where(byKey(tasks, account, task)),
  )

/** @returns whether there is more to do */
async function runBatch(database: Database, kinds: TaskKind[], job: Job) {
  const { account, task: id, person } = job
  const taskKey = byKey(tasks, account, id)
  try {
    return await inScope(
      database,
      scopeOf(job),
      async (db) => {
        const [task] = await db.select().from(tasks).where(taskKey).for('update')
        const kind = kinds.find(({ kind }) => kind === task?.kind)
        if (!task || !kind || task.status === 'finished' || task.status === 'stopped') return false
        if (task.status === 'stopping') return endTask(db, kind, task, 'stopped')
        const actor = await readMember(db, account, person)
        requirePermission(actor, kind.permission)
        const rows = await remainingRows(db, account, id, kind.batch)
        if (rows.length === 0) return endTask(db, kind, task, 'finished')
        await kind.lockRows(
          db,
          actor,
          rows.map(({ input }) => input),
        )
        const until = performance.now() + maxBatchMs
        let [done, failed] = [task.done, task.failed]
        for (const row of rows) {
          if (await runRow(db, kind, actor, task, row)) done++
          else failed++
          if (performance.now() > until) break
        }
        await db.update(tasks).set({ done, failed }).where(taskKey)
        return true
      },
      [sharedMembershipLock(account, person)],
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await stopped(database, job)
    return false
  }
}

/** Runs one row in a savepoint: a refused row is rolled back and recorded as failed. */
async function runRow(
  db: Tx,
  kind: TaskKind,
  actor: Actor,
  task: typeof tasks.$inferSelect,
  row: { number: number; input: Record<string, unknown> },
): Promise<boolean> {
  const rowKey = and(
    eq(taskRows.accountId, actor.account),
    eq(taskRows.taskId, task.id),
    eq(taskRows.number, row.number),
  )
  try {
    await db.transaction((inner) =>
      kind.run(Object.assign(inner, { now: db.now, enqueue: db.enqueue }), actor, row.input, task.about),
    )
    await db.update(taskRows).set({ outcome: 'done' }).where(rowKey)
    return true
  } catch (error) {
    const { code, about, fields } = toRefusal(error)
    if (code === 'unavailable') throw error
    if (code === 'internal') logError(kind.kind, error)
    const problem = { code, about, ...(fields && { fields }) }
    await db.update(taskRows).set({ outcome: 'failed', problem }).where(rowKey)
    return false
  }
}

async function endTask(
  db: Tx,
  { permission }: TaskKind,
  { accountId, id }: typeof tasks.$inferSelect,
  status: 'finished' | 'stopped',
) {
  await db
    .update(tasks)
    .set({ status, endedAt: sql`now()` })
    .where(byKey(tasks, accountId, id))
  await publish(db, { kind: 'changed', account: accountId, what: 'tasks', permission })
  return false
}

/** Reads the person as a member of the account, for work without a request. @throws Refusal not_found */
async function readMember(db: Tx, account: string, person: string): Promise<Actor> {
  const [row] = await db
    .select({
      person: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      account: accounts.id,
      accountName: accounts.name,
      eraseAt: accounts.eraseAt,
      member: members.id,
      role: members.role,
      endsAt: members.endsAt,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.accountId, account), eq(members.personId, person), hasAccess))
  if (!row) throw new Refusal('not_found')
  return {
    ...row,
    session: '',
    isSessionStale: false,
    isPresenceStale: false,
    ip: null,
  }
}
