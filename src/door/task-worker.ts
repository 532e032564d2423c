import { and, eq, sql } from 'drizzle-orm'
import { tell } from '../ground/bus.ts'
import { asService, type Database, type Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import { report } from '../ground/report.ts'
import { within } from '../ground/scope.ts'
import { Refusal } from './errors.ts'
import { type Actor, allow } from './gate.ts'
import { membershipShared } from './locks.ts'
import { toRefusal } from './problems.ts'
import { accounts, members, people, unended } from './tables.ts'
import { taskRows, tasks } from './task-tables.ts'
import { portion, type TaskKind, taskQueue, taskRowsQueue, toDo, unpack, writeRows } from './tasks.ts'

type Job = { account: string; task: string; person: string }

/** Milliseconds that a job works before it hands over to the next, so that others have their turn. */
const turn = 20_000

/** Milliseconds after which a batch begins no further row: where all share one connection, others wait for it. */
const longestBatch = 400

/** Does tasks batch by batch. Each batch passes the gate again: who lost the permission does no more. */
export const taskWorker = (database: Database, kinds: TaskKind[]): Worker => ({
  queue: taskQueue,
  retries: 5,
  run: (job: Job, { lastTry }) =>
    orStop(database, job, lastTry, async () => {
      const until = performance.now() + turn
      while (performance.now() < until) if (!(await batch(database, kinds, job))) return
      await asService(database, (tx) => tx.enqueue(taskQueue, job))
    }),
})

/** Writes down the rows of long tasks, portion by portion; then the work begins. */
export const taskRowsWorker = (database: Database): Worker => ({
  queue: taskRowsQueue,
  retries: 5,
  run: ({ packed, ...job }: Job & { packed: string }, { lastTry }) =>
    orStop(database, job, lastTry, async () => {
      const { account, person } = job
      const inputs = unpack(packed)
      for (let start = 0; start < inputs.length; start += portion)
        await within(database, { as: 'account', account, person }, (db) =>
          writeRows(db, job, inputs.slice(start, start + portion), start),
        )
      await asService(database, (tx) => tx.enqueue(taskQueue, job))
    }),
})

/** A task that cannot go on, however often it was tried, does not look as if it ran for ever. */
async function orStop(database: Database, job: Job, lastTry: boolean, work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    if (lastTry) await stopped(database, job)
    throw error
  }
}

const stopped = (database: Database, { account, task }: Job) =>
  within(database, { as: 'system', account }, (tx) =>
    tx
      .update(tasks)
      .set({ state: 'stopped', endedAt: sql`now()` })
      .where(and(eq(tasks.accountId, account), eq(tasks.id, task))),
  )

/** @returns whether there is more to do */
async function batch(database: Database, kinds: TaskKind[], job: Job) {
  const { account, task: id, person } = job
  const ofTask = and(eq(tasks.accountId, account), eq(tasks.id, id))
  try {
    return await within(
      database,
      { as: 'account', account, person },
      async (db) => {
        const [task] = await db.select().from(tasks).where(ofTask).for('update')
        const kind = kinds.find(({ kind }) => kind === task?.kind)
        if (!task || !kind || task.state === 'finished' || task.state === 'stopped') return false
        if (task.state === 'stopping') return end(db, kind, task, 'stopped')
        const actor = await memberNow(db, account, person)
        allow(actor, kind.permission)
        const rows = await toDo(db, account, id, kind.batch)
        if (rows.length === 0) return end(db, kind, task, 'finished')
        await kind.hold?.(db, actor, rows.map(({ input }) => input) as never[])
        const until = performance.now() + longestBatch
        let [done, failed] = [task.done, task.failed]
        for (const row of rows) {
          if (await one(db, kind, actor, task, row)) done++
          else failed++
          if (performance.now() > until) break
        }
        await db.update(tasks).set({ done, failed }).where(ofTask)
        return true
      },
      [membershipShared(account, person)],
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await stopped(database, job)
    return false
  }
}

/** One row, by itself: what is refused is undone and noted. */
async function one(
  db: Tx,
  kind: TaskKind,
  actor: Actor,
  task: typeof tasks.$inferSelect,
  row: { number: number; input: Record<string, unknown> },
): Promise<boolean> {
  const ofRow = and(
    eq(taskRows.accountId, actor.account),
    eq(taskRows.taskId, task.id),
    eq(taskRows.number, row.number),
  )
  try {
    await db.transaction((inner) =>
      kind.run(Object.assign(inner, { enqueue: db.enqueue }), actor, row.input as never, task.about as never),
    )
    await db.update(taskRows).set({ outcome: 'done' }).where(ofRow)
    return true
  } catch (error) {
    const { code, about, fields } = toRefusal(error)
    if (code === 'unavailable') throw error
    if (code === 'internal') report(kind.kind, error)
    const problem = { code, about, ...(fields && { fields }) }
    await db.update(taskRows).set({ outcome: 'failed', problem }).where(ofRow)
    return false
  }
}

async function end(
  db: Tx,
  { permission }: TaskKind,
  { accountId, id }: typeof tasks.$inferSelect,
  state: 'finished' | 'stopped',
) {
  await db
    .update(tasks)
    .set({ state, endedAt: sql`now()` })
    .where(and(eq(tasks.accountId, accountId), eq(tasks.id, id)))
  await tell(db, { kind: 'changed', account: accountId, what: 'tasks', permission })
  return false
}

/** The person as they are for the account now, without a request. @throws Refusal not_found */
async function memberNow(db: Tx, account: string, person: string): Promise<Actor> {
  const [found] = await db
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
    .where(and(eq(members.accountId, account), eq(members.personId, person), unended))
  if (!found) throw new Refusal('not_found')
  const now = new Date()
  return { ...found, session: '', signedInAt: now, usedAt: now, seenAt: now, ip: null }
}
