import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, madeAt } from '../ground/columns.ts'
import { ofTheAccount } from '../ground/rows.ts'
import { accounts } from './tables.ts'

/** Answers under a key that the client chose (`Idempotency-Key`), for a day: what was done once is not done again. */
export const idempotency = pgTable(
  'idempotency',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    /** A hash of the operation and its input. */
    fingerprint: text().notNull(),
    /** What the first call did; null only while it is being done. */
    done: jsonb(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.key] }),
    index('idempotency_old').on(t.createdAt),
    ofTheAccount(t.accountId),
  ],
)

export const taskStates = ['running', 'stopping', 'stopped', 'finished'] as const

/** Long work that is done for a person in batches, each of which passes the gate again. */
export const tasks = pgTable(
  'tasks',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    kind: text().notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    state: text({ enum: taskStates }).notNull().default('running'),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** What holds for every row. */
    about: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: madeAt(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('tasks_latest').on(t.accountId, t.kind, t.id),
    ofTheAccount(t.accountId),
  ],
)

export const taskRows = pgTable(
  'task_rows',
  {
    accountId: text('account_id').notNull(),
    taskId: text('task_id').notNull(),
    number: integer().notNull(),
    input: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Null: yet to do. */
    outcome: text({ enum: ['done', 'failed'] }),
    /** Of a failed one: the refusal's code, with what its sentence names. */
    problem: jsonb().$type<{ code: string; about: Record<string, unknown>; fields?: unknown[] }>(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.taskId, t.number] }),
    foreignKey({
      name: 'task_rows_task',
      columns: [t.accountId, t.taskId],
      foreignColumns: [tasks.accountId, tasks.id],
    }).onDelete('cascade'),
    index('task_rows_to_do').on(t.accountId, t.taskId, t.number).where(sql`${t.outcome} is null`),
    index('task_rows_failed').on(t.accountId, t.taskId, t.number).where(sql`${t.outcome} = 'failed'`),
    ofTheAccount(t.accountId),
  ],
)
