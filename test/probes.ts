import { type SQL, sql } from 'drizzle-orm'
import { asService, type Database, rows, type Tx } from '../src/ground/db.ts'
import { enter, type Scope, scopeRoles } from '../src/ground/scope.ts'

export type Table = { name: string; columns: string[] }

/** The tables that the catalogue knows in the schema `public`. */
export const tablesOf = (tx: Tx) =>
  rows<Table>(
    tx,
    sql`select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname order by 1`,
  )

/** Tables that row security does not bind, or that have no policy to say for whom they are. */
export const unguarded = async (tx: Tx) => {
  const found = await rows<{ name: string }>(
    tx,
    sql`select c.relname::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (not c.relrowsecurity or not exists (
          select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname))
      order by 1`,
  )
  return found.map(({ name }) => name)
}

/** Which rows of a table somebody looks for. */
export type Whose = (table: Table) => SQL

/** Work in a transaction of which nothing remains, and which sees nothing of what jobs do meanwhile. */
export async function inVain<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const kept: { done?: T } = {}
  const undo = new Error('undone on purpose')
  await asService(database, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`)
    kept.done = await work(tx)
    throw undo
  }).catch((error) => {
    if (error !== undo) throw error
  })
  return kept.done as T
}

/** What stands in the way: what the service set up, or row security and nothing else. */
export type Locks = 'all locks' | 'row security alone'

/** Gives every scope every privilege, for as long as the transaction lasts. */
export const grantEverything = (tx: Tx) => {
  const scopes = sql.raw(scopeRoles.map((role) => `stagedoor_${role}`).join(', '))
  return tx.execute(sql`grant all on all tables in schema public to ${scopes}`)
}

/** What a statement came to within a scope: `done` or the code of its refusal, its rows, and what one found then. */
type Outcome<T> = { answer: string; rows: number; found: T }

/** Tries a statement within the scope and looks at what it did, as the service; then undoes it. */
export async function tryOut<T>(
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
      await enter(inner, scope)
      kept.rows = (await rows(inner, statement)).length
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

/** Whether the database refuses a statement within the scope, and by which code. */
export const answerTo = async (tx: Tx, scope: Scope, statement: SQL): Promise<string> =>
  (await tryOut(tx, scope, statement, async () => undefined)).answer

/**
 * Tries to read, change, delete and add rows that the scope is to know nothing of, in every table.
 * @returns what it managed to do; nothing, if the database keeps its promise
 */
export async function leaks(tx: Tx, scope: Scope, whose: Whose, locks: Locks): Promise<string[]> {
  if (locks === 'row security alone') {
    await grantEverything(tx)
    // No trigger and no foreign key stands in the way either.
    await tx.execute(sql`select set_config('session_replication_role', 'replica', true)`)
  }
  const found: string[] = []
  for (const table of await tablesOf(tx)) {
    const name = sql.identifier(table.name)
    const look = (then: Tx) => versions(then, table, whose)
    const before = await look(tx)
    const seen = await tryOut(tx, scope, sql`select 1 from ${name} where ${whose(table)}`, look)
    if (seen.rows > 0) found.push(`${table.name}: saw ${seen.rows} rows`)
    for (const change of [...(await updates(tx, scope, table, locks)), sql`delete from ${name}`]) {
      const changed = await tryOut(tx, scope, change, look)
      if (changed.found !== before) found.push(`${table.name}: changed rows`)
    }
    const { answer } = await tryOut(tx, scope, await copyOfARow(tx, table, whose), look)
    // Row security speaks before a key does: any other refusal means that it let the row pass.
    if (answer !== '42501') found.push(`${table.name}: could add a row (${answer})`)
  }
  return found
}

/** Updates of all rows that change no value: of all columns, or of each that the scope may update. */
async function updates(tx: Tx, { as }: Scope, { name, columns }: Table, locks: Locks): Promise<SQL[]> {
  const same = (column: string) => sql`${sql.identifier(column)} = ${sql.identifier(column)}`
  const all = sql.join(columns.map(same), sql`, `)
  if (locks === 'row security alone') return [sql`update ${sql.identifier(name)} set ${all}`]
  const granted = await rows<{ column: string }>(
    tx,
    sql`select attname::text as column from pg_attribute where attrelid = ${name}::regclass and attnum > 0
      and not attisdropped and has_column_privilege(${`stagedoor_${as}`}, attrelid, attnum, 'UPDATE')`,
  )
  return granted.map(({ column }) => sql`update ${sql.identifier(name)} set ${same(column)}`)
}

async function copyOfARow(tx: Tx, table: Table, whose: Whose): Promise<SQL> {
  const name = sql.identifier(table.name)
  const [one] = await rows<{ row: string }>(
    tx,
    sql`select row_to_json(t)::text as row from ${name} t where ${whose(table)} order by t limit 1`,
  )
  if (!one)
    throw new Error(`There is no row in ${table.name} to look for: the premise of the test is missing`)
  return sql`insert into ${name} select * from json_populate_record(null::${name}, ${one.row}::json)`
}

/** Which versions of which rows there are: an update that changes no value makes new ones, too. */
async function versions(tx: Tx, table: Table, whose: Whose): Promise<string> {
  const [found] = await rows<{ all: string | null }>(
    tx,
    sql`select string_agg(ctid::text, ' ' order by ctid) as all from ${sql.identifier(table.name)} where ${whose(table)}`,
  )
  return found?.all ?? ''
}
