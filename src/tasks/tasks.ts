import { gunzipSync, gzipSync } from 'node:zlib'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { lockExclusively } from '../access/locks.ts'
import { type ErrorCode, type FieldProblem, Refusal } from '../errors/refusal.ts'
import { toProblem } from '../http/problems.ts'
import type { Permission } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { taskRows, taskStatuses, tasks } from './tables.ts'

export const taskQueue = 'tasks'
export const taskRowsQueue = 'task-rows'

/** The schema of an input, which is stored as JSON. */
type StoredSchema = z.ZodType<Record<string, unknown>, Record<string, unknown>>

/** A kind of long work that is done for a person: row by row, in batches. */
type TaskDefinition<Row extends StoredSchema, About extends StoredSchema> = {
  kind: string
  permission: Permission
  /** The maximum number of rows in a batch, which is one transaction. A batch has fewer rows if they take long. */
  batch: number
  /** The input of each row, as it is stored. */
  row: Row
  /** The input that is common to all rows, as it is stored. */
  about: About
  /** Runs before the rows of a batch and locks what they need, in an order that keeps two batches from deadlocking. */
  lockRows(db: Tx, actor: Actor, rows: z.output<Row>[]): Promise<void>
  /** Processes one row. If it is refused, the other rows continue. */
  run(db: Tx, actor: Actor, row: z.output<Row>, about: z.output<About>): Promise<void>
}

/** A kind of task as the worker sees it: the worker knows the stored inputs only as JSON. */
export type TaskKind = {
  kind: string
  permission: Permission
  batch: number
  lockRows(db: Tx, actor: Actor, rows: object[]): Promise<void>
  run(db: Tx, actor: Actor, row: object, about: object): Promise<void>
}

/** A defined kind, which can be started with inputs of its types. */
export type DefinedTask<Row extends StoredSchema, About extends StoredSchema> = TaskKind &
  Pick<TaskDefinition<Row, About>, 'row' | 'about'>

/** Defines a kind of task. What is stored is read with the schemas before it is worked on. */
export const defineTask = <Row extends StoredSchema, About extends StoredSchema>(
  defined: TaskDefinition<Row, About>,
): DefinedTask<Row, About> => ({
  ...defined,
  lockRows: (db, actor, rows) =>
    defined.lockRows(
      db,
      actor,
      rows.map((row) => defined.row.parse(row)),
    ),
  run: (db, actor, row, about) => defined.run(db, actor, defined.row.parse(row), defined.about.parse(about)),
})

export const TaskView = z
  .object({
    id: z.string(),
    status: z.enum(taskStatuses),
    total: z.int().describe('How many rows the task has.'),
    done: z.int().describe('How many rows succeeded.'),
    failed: z.int().describe('How many rows failed.'),
    by: z.string().describe('The name of the member who started it.'),
    createdAt: z.date(),
    endedAt: z.date().nullable().describe('When the task finished or stopped; null while it is running.'),
    problems: z
      .array(z.object({ row: z.int(), message: z.string() }))
      .describe('The first hundred failed rows, each with a sentence about the reason.'),
  })
  .meta({ id: 'Task' })

/**
 * Queues the work, which begins after the commit.
 * @param inputs one for each row; rows are numbered from 1
 * @throws Refusal task_running if another task of this kind is running for the account
 */
export async function startTask<Row extends StoredSchema, About extends StoredSchema>(
  db: Tx,
  actor: Actor,
  { kind }: DefinedTask<Row, About>,
  inputs: z.input<Row>[],
  about: z.input<About>,
) {
  await lockExclusively(db, 'tasks', kind, actor.account)
  const [running] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(ofKind(actor, kind), inArray(tasks.status, ['running', 'stopping'])))
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
  if (inputs.length > rowsPerTransaction) await db.enqueue(taskRowsQueue, { ...job, packed: pack(inputs) })
  else {
    await writeTaskRows(db, job, inputs, 0)
    await db.enqueue(taskQueue, job)
  }
  return findTask(db, actor, kind, id)
}

/** How many rows one transaction writes at most, because of its time limit. A job writes longer lists in portions. */
export const rowsPerTransaction = 2000

const pack = (inputs: object[]) => gzipSync(JSON.stringify(inputs)).toString('base64')
export const unpackRows = (packed: string): object[] =>
  JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'))

/** @param before the number of rows before these; rows that already exist are left as they are */
export const writeTaskRows = async (
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
export async function findTask(
  db: Tx,
  actor: Actor,
  kind: string,
  id: string,
): Promise<z.input<typeof TaskView>> {
  const [found] = await db
    .select()
    .from(tasks)
    .where(and(ofKind(actor, kind), eq(tasks.id, id)))
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
    id: found.id,
    status: found.status,
    total: found.total,
    done: found.done,
    failed: found.failed,
    by: found.personName,
    createdAt: found.createdAt,
    endedAt: found.endedAt,
    problems: failed.map(({ row, problem }) => ({ row, message: problemSentence(problem, actor) })),
  }
}

/** The latest task of a kind, for a page that is opened again; an empty list if there is none. */
export async function latestTasks(db: Tx, actor: Actor, kind: string) {
  const [found] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(ofKind(actor, kind))
    .orderBy(desc(tasks.id))
    .limit(1)
  return { items: found ? [await findTask(db, actor, kind, found.id)] : [] }
}

/** Asks the task to stop: the current batch is finished, and no further one begins. */
export async function stopTask(db: Tx, actor: Actor, { kind, permission }: TaskKind, id: string) {
  await db
    .update(tasks)
    .set({ status: 'stopping' })
    .where(and(ofKind(actor, kind), eq(tasks.id, id), eq(tasks.status, 'running')))
  await publish(db, { kind: 'changed', account: actor.account, what: 'tasks', permission })
  return findTask(db, actor, kind, id)
}

/** The rows of a task that are not done yet. */
export const remainingRows = (db: Tx, account: string, task: string, count: number) =>
  db
    .select({ number: taskRows.number, input: taskRows.input })
    .from(taskRows)
    .where(and(eq(taskRows.accountId, account), eq(taskRows.taskId, task), isNull(taskRows.outcome)))
    .orderBy(asc(taskRows.number))
    .limit(count)

const ofKind = ({ account }: Actor, kind: string) => and(eq(tasks.accountId, account), eq(tasks.kind, kind))

function problemSentence(problem: (typeof taskRows.$inferSelect)['problem'], { language }: Actor): string {
  const { code, about, fields } = problem ?? { code: 'internal', about: {} }
  const { detail, fields: wrong } = toProblem(
    new Refusal(code as ErrorCode, about, fields as FieldProblem[] | undefined),
    language,
  )
  return wrong ? wrong.map(({ field, message }) => `${field}: ${message}`).join(' ') : detail
}
