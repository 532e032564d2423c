import type pg from 'pg'

/** Fills tables by statements, in one go: their indexes are made anew afterwards, and no trigger or key is asked. */
export async function fillAtOnce(admin: pg.Client, tables: string[], statements: string): Promise<void> {
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
