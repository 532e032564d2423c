import { type SQL, sql } from 'drizzle-orm'
import {
  type Database,
  queryRows,
  serviceTransaction,
  type Tx,
} from '../../src/platform/database/database.ts'
import { enterScope, type Scope, scopeRoles } from '../../src/platform/database/scope.ts'

export type CatalogTable = { name: string; columns: string[] }

/** The tables in the schema `public`, from the catalogue. */
export const listTables = (tx: Tx) =>
  queryRows<CatalogTable>(
    tx,
    sql`select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname order by 1`,
  )

/** Tables without row security, or without a policy. */
export const tablesWithoutRowSecurity = async (tx: Tx) => {
  const found = await queryRows<{ name: string }>(
    tx,
    sql`select c.relname::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (not c.relrowsecurity or not exists (
          select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname))
      order by 1`,
  )
  return found.map(({ name }) => name)
}

/** The rows of a table that a probe looks for. */
export type RowFilter = (table: CatalogTable) => SQL

/** Runs work in a transaction that is rolled back. The database must have no jobs: what they write could be seen. */
export async function runAndRollBack<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const kept: { done?: T } = {}
  const undo = new Error('undone on purpose')
  await serviceTransaction(database, async (tx) => {
    kept.done = await work(tx)
    throw undo
  }).catch((error) => {
    if (error !== undo) throw error
  })
  return kept.done as T
}

/** What protects the rows: everything that the service sets up, or row security alone. */
export type ProtectionLevel = 'all locks' | 'row security alone'

/** Gives every scope all privileges within the transaction. */
export const grantAllPrivileges = (tx: Tx) => {
  const scopes = sql.raw(scopeRoles.map((role) => `stagedoor_${role}`).join(', '))
  return tx.execute(sql`grant all on all tables in schema public to ${scopes}`)
}

/**
 * The outcome of a statement in a scope: `done` or the code of its refusal, the number of rows, and what was found
 * afterwards.
 */
type Outcome<T> = { answer: string; rows: number; found: T }

/** Runs a statement in a scope, reads its effect as the service, then undoes it. */
export async function tryInScope<T>(
  tx: Tx,
  scope: Scope,
  statement: SQL,
  look: (tx: Tx) => Promise<T>,
): Promise<Outcome<T>> {
  const undo = new Error('undone on purpose')
  const kept: Partial<Outcome<T>> = {}
  await tx
    .transaction(async (plain) => {
      const inner = plain as Tx
      await enterScope(inner, scope)
      kept.rows = (await queryRows(inner, statement)).length
      await inner.execute(sql`select set_config('role', 'none', true)`)
      kept.found = await look(inner)
      throw undo
    })
    .catch((error) => {
      kept.answer = error === undo ? 'done' : codeOf(error)
    })
  const { answer = 'done', rows: count = 0 } = kept
  return { answer, rows: count, found: answer === 'done' ? (kept.found as T) : await look(tx) }
}

const codeOf = (error: { code?: string; cause?: { code?: string } }) => error.cause?.code ?? error.code ?? '?'

/** The outcome of a statement in a scope: `done` or the code with which the database refuses it. */
export const outcomeInScope = async (tx: Tx, scope: Scope, statement: SQL): Promise<string> =>
  (await tryInScope(tx, scope, statement, async () => undefined)).answer

/**
 * Tries to read, change, delete and add rows that the scope must not see, in every table.
 * @returns what succeeded; nothing, if row security works
 */
export async function findRowLeaks(
  tx: Tx,
  scope: Scope,
  whose: RowFilter,
  locks: ProtectionLevel,
): Promise<string[]> {
  if (locks === 'row security alone') {
    await grantAllPrivileges(tx)
    // Without triggers and foreign keys, which would also refuse.
    await tx.execute(sql`select set_config('session_replication_role', 'replica', true)`)
  }
  const found: string[] = []
  for (const table of await listTables(tx)) {
    const name = sql.identifier(table.name)
    const look = (then: Tx) => versions(then, table, whose)
    const before = await look(tx)
    const seen = await tryInScope(tx, scope, sql`select 1 from ${name} where ${whose(table)}`, look)
    if (seen.rows > 0) found.push(`${table.name}: saw ${seen.rows} rows`)
    for (const change of [...(await updates(tx, scope, table, locks)), sql`delete from ${name}`]) {
      const changed = await tryInScope(tx, scope, change, look)
      if (changed.found !== before) found.push(`${table.name}: changed rows`)
    }
    const { answer } = await tryInScope(tx, scope, await copyOfARow(tx, table, whose), look)
    // Row security is checked before keys, so any other refusal means that it let the row pass.
    if (answer !== '42501') found.push(`${table.name}: could add a row (${answer})`)
  }
  return found
}

/** Updates of all rows that change no value: of all columns, or of each column that the scope may update. */
async function updates(
  tx: Tx,
  { as }: Scope,
  { name, columns }: CatalogTable,
  locks: ProtectionLevel,
): Promise<SQL[]> {
  const same = (column: string) => sql`${sql.identifier(column)} = ${sql.identifier(column)}`
  const all = sql.join(columns.map(same), sql`, `)
  if (locks === 'row security alone') return [sql`update ${sql.identifier(name)} set ${all}`]
  const granted = await queryRows<{ column: string }>(
    tx,
    sql`select attname::text as column from pg_attribute where attrelid = ${name}::regclass and attnum > 0
      and not attisdropped and has_column_privilege(${`stagedoor_${as}`}, attrelid, attnum, 'UPDATE')`,
  )
  return granted.map(({ column }) => sql`update ${sql.identifier(name)} set ${same(column)}`)
}

async function copyOfARow(tx: Tx, table: CatalogTable, whose: RowFilter): Promise<SQL> {
  const name = sql.identifier(table.name)
  const [one] = await queryRows<{ row: string }>(
    tx,
    sql`select row_to_json(t)::text as row from ${name} t where ${whose(table)} order by t limit 1`,
  )
  if (!one)
    throw new Error(`There is no row in ${table.name} to look for: the premise of the test is missing`)
  return sql`insert into ${name} select * from json_populate_record(null::${name}, ${one.row}::json)`
}

/** The versions of the rows. An update that changes no value creates new versions, too. */
async function versions(tx: Tx, table: CatalogTable, whose: RowFilter): Promise<string> {
  const [found] = await queryRows<{ all: string | null }>(
    tx,
    sql`select string_agg(ctid::text, ' ' order by ctid) as all from ${sql.identifier(table.name)} where ${whose(table)}`,
  )
  return found?.all ?? ''
}

/**
 * The rows of an account and its members. A table without columns for either fails here until its rows are assigned.
 */
export const rowsOfAccount =
  (account: string, team: { person: string; email: string }[]): RowFilter =>
  ({ name, columns }) => {
    const people = team.map(({ person }) => person)
    const addresses = team.map(({ email }) => email)
    if (['attempts', 'verifications', 'sandbox_bank', 'file_folder'].includes(name)) return sql`true` // rows of the service alone
    if (name === 'accounts') return sql`id = ${account}`
    if (name === 'people') return sql`id in ${people}`
    if (name === 'mails') return sql`(account_id = ${account} or address in ${addresses})`
    if (columns.includes('buyer_id')) return sql`(account_id = ${account} or buyer_id = ${account})`
    if (columns.includes('account_id') && name !== 'credentials') return sql`account_id = ${account}`
    if (columns.includes('person_id')) return sql`person_id in ${people}`
    throw new Error(`Say in rls-probes.ts whose the rows of ${name} are`)
  }
