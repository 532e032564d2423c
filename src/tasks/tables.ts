import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountIdColumn } from '../access/tables.ts'
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import { accountRows } from '../platform/database/row-policies.ts'

export const taskStatuses = ['running', 'stopping', 'stopped', 'finished'] as const

/** Long work that is done for a person in batches. Each batch passes the gate again. */
export const tasks = pgTable(
  'tasks',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    kind: text().notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    status: text({ enum: taskStatuses }).notNull().default('running'),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** Input that is common to all rows. */
    about: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAtColumn(),
    endedAt: timestampColumn('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('tasks_latest').on(t.accountId, t.kind, t.id),
    accountRows(t.accountId),
  ],
)

export const taskRows = pgTable(
  'task_rows',
  {
    accountId: text('account_id').notNull(),
    taskId: text('task_id').notNull(),
    number: integer().notNull(),
    input: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Null until the row is processed. */
    outcome: text({ enum: ['done', 'failed'] }),
    /** For a failed row: the refusal's code and the values for its sentence. */
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
    accountRows(t.accountId),
  ],
)
