import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text } from 'drizzle-orm/pg-core'
import { serviceRows } from '../database/row-policies.ts'

/** The id of the folder with this database's files, which all nodes share. At most one row. See shared-folder.ts. */
export const fileFolder = pgTable(
  'file_folder',
  { only: boolean().primaryKey().default(true), id: text().notNull() },
  (t) => [check('file_folder_only', sql`${t.only}`), serviceRows()],
)
