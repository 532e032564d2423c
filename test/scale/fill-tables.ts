import type pg from 'pg'

/** The number of rows of the largest table, at least 30,000. `npm run prove` takes 100,000. */
export const scaleRows = Number(process.env.ROWS ?? 30_000)

/**
 * Fills tables with a few statements. Their indexes are rebuilt afterwards, and no triggers or foreign keys are
 * checked.
 */
export async function fillTables(admin: pg.Client, tables: string[], statements: string): Promise<void> {
  await admin.query('begin')
  const { rows } = await admin.query(
    `select indexname, indexdef from pg_indexes where tablename = any($1) and indexname not like '%pk'`,
    [tables],
  )
  await admin.query(`drop index ${rows.map(({ indexname }) => indexname).join(', ')}`)
  await admin.query(`set local session_replication_role = 'replica'`)
  await admin.query(statements)
  for (const { indexdef } of rows) await admin.query(indexdef)
  await admin.query('commit')
  await admin.query(`vacuum analyze ${tables.join(', ')}`)
}
