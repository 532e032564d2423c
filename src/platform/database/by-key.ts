import { type AnyColumn, and, eq, type SQL } from 'drizzle-orm'

/**
 * The condition for one row of an account.
 * @param account a value, or a column of a table that is joined
 * @param id a value, or a column of a table that is joined
 */
export const byKey = (
  table: { accountId: AnyColumn; id: AnyColumn },
  account: string | AnyColumn,
  id: string | AnyColumn,
): SQL => and(eq(table.accountId, account), eq(table.id, id)) as SQL

/** The condition for a row that was read before. */
export const byRow = (
  table: { accountId: AnyColumn; id: AnyColumn },
  row: { accountId: string; id: string },
): SQL => byKey(table, row.accountId, row.id)
