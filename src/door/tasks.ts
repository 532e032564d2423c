import { gunzipSync, gzipSync } from 'node:zlib'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import type { Permission } from '../permissions.ts'
import { type Code, type Field, Refusal } from './errors.ts'
import type { Actor } from './gate.ts'
import { holdAlone } from './locks.ts'
import { toProblem } from './problems.ts'
import { taskRows, taskStates, tasks } from './task-tables.ts'

export const taskQueue = 'tasks'
export const taskRowsQueue = 'task-rows'

/** A kind of long work that is done for a person: row by row, in batches. */
export type TaskKind = {
  kind: string
  permission: Permission
  /** Rows in a batch, which is one transaction; it takes fewer when they take long. */
  batch: number
  /** Before the rows of a batch: takes hold of what they need, in an order that no two wait for each other. */
  hold?(db: Tx, actor: Actor, inputs: never[]): Promise<void>
  /** Does one row. One that is refused fails by itself; the others go on. */
  run(db: Tx, actor: Actor, input: never, about: never): Promise<void>
}

export const TaskView = z
  .object({
    id: z.string(),
    state: z.enum(taskStates),
    total: z.int(),
    /** Rows that are done; those that failed are counted beside. */
    done: z.int(),
    failed: z.int(),
    by: z.string(),
    createdAt: z.date(),
    endedAt: z.date().nullable(),
    /** The first hundred rows that failed, each with a sentence. */
    problems: z.array(z.object({ row: z.int(), message: z.string() })),
  })
  .meta({ id: 'Task' })

/**
 * Queues the work: it begins with the commit.
 * @param inputs one for each row; rows are numbered from 1
 * @throws Refusal task_running while another of its kind runs for the account
 */
export async function startTask(
  db: Tx,
  actor: Actor,
  { kind }: Pick<TaskKind, 'kind'>,
  inputs: object[],
  about: Record<string, unknown> = {},
) {
  await holdAlone(db, 'tasks', kind, actor.account)
  const [running] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(of(actor, kind), inArray(tasks.state, ['running', 'stopping'])))
  if (running) throw new Refusal('task_running')
  const id = newId('task')
  await db.insert(tasks).values({
    accountId: actor.account,
    id,
    kind,
    personId: actor.person,
    personName: actor.name,
    total: inputs.length,
    about,
  })
  const job = { account: actor.account, task: id, person: actor.person }
  if (inputs.length > portion) await db.enqueue(taskRowsQueue, { ...job, packed: pack(inputs) })
  else {
    await writeRows(db, job, inputs, 0)
    await db.enqueue(taskQueue, job)
  }
  return show(db, actor, kind, id)
}

/** Rows that are written in one transaction. More would take longer than one may last: a job writes them. */
export const portion = 2000

const pack = (inputs: object[]) => gzipSync(JSON.stringify(inputs)).toString('base64')
export const unpack = (packed: string): object[] =>
  JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'))

/** @param before how many rows there are before these; those that are there already stay */
export const writeRows = async (
  db: Tx,
  { account, task }: { account: string; task: string },
  inputs: object[],
  before: number,
): Promise<void> =>
  void (await db.execute(sql`
    insert into task_rows (account_id, task_id, number, input)
    select ${account}, ${task}, ${before}::int + number, input
    from jsonb_array_elements(${JSON.stringify(inputs)}::jsonb) with ordinality as given (input, number)
    on conflict do nothing`))

/** @throws Refusal not_found */
export async function show(
  db: Tx,
  actor: Actor,
  kind: string,
  id: string,
): Promise<z.input<typeof TaskView>> {
  const [found] = await db
    .select()
    .from(tasks)
    .where(and(of(actor, kind), eq(tasks.id, id)))
  if (!found) throw new Refusal('not_found')
  const failed = await db
    .select({ row: taskRows.number, problem: taskRows.problem })
    .from(taskRows)
    .where(
      and(eq(taskRows.accountId, actor.account), eq(taskRows.taskId, id), eq(taskRows.outcome, 'failed')),
    )
    .orderBy(asc(taskRows.number))
    .limit(100)
  return {
    ...found,
    by: found.personName,
    problems: failed.map(({ row, problem }) => ({ row, message: worded(problem, actor) })),
  }
}

/** The latest task of a kind, for whoever comes back to its page; none is an empty list. */
export async function latest(db: Tx, actor: Actor, kind: string) {
  const [found] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(of(actor, kind))
    .orderBy(desc(tasks.id))
    .limit(1)
  return { items: found ? [await show(db, actor, kind, found.id)] : [] }
}

/** Asks it to stop: the batch under way is finished, nothing after it is begun. */
export async function stop(db: Tx, actor: Actor, { kind, permission }: TaskKind, id: string) {
  await db
    .update(tasks)
    .set({ state: 'stopping' })
    .where(and(of(actor, kind), eq(tasks.id, id), eq(tasks.state, 'running')))
  await tell(db, { kind: 'changed', account: actor.account, what: 'tasks', permission })
  return show(db, actor, kind, id)
}

/** The rows of a task that are yet to do. */
export const toDo = (db: Tx, account: string, task: string, count: number) =>
  db
    .select({ number: taskRows.number, input: taskRows.input })
    .from(taskRows)
    .where(and(eq(taskRows.accountId, account), eq(taskRows.taskId, task), isNull(taskRows.outcome)))
    .orderBy(asc(taskRows.number))
    .limit(count)

const of = ({ account }: Actor, kind: string) => and(eq(tasks.accountId, account), eq(tasks.kind, kind))

function worded(problem: (typeof taskRows.$inferSelect)['problem'], { language }: Actor): string {
  const { code, about, fields } = problem ?? { code: 'internal', about: {} }
  const { detail, fields: wrong } = toProblem(
    new Refusal(code as Code, about, fields as Field[] | undefined),
    language,
  )
  return wrong ? wrong.map(({ field, message }) => `${field}: ${message}`).join(' ') : detail
}
