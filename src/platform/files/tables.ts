import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text } from 'drizzle-orm/pg-core'
import { serviceRows } from '../database/row-policies.ts'

/** The folder with this database's files, where several nodes share one; one row at most. See shared-folder.ts. */
export const fileFolder = pgTable(
  'file_folder',
  { only: boolean().primaryKey().default(true), id: text().notNull() },
  (t) => [check('file_folder_only', sql`${t.only}`), serviceRows()],
)
