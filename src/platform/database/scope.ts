import { type SQL, sql } from 'drizzle-orm'
import {
  beginWork,
  type Database,
  type Db,
  maxTransactionSeconds,
  type Pool,
  queryRows,
  type Tx,
} from './database.ts'

/**
 * The identity under which a transaction works. Each kind is a database role that row security limits to the account or
 * person in the scope. There is no other way to the areas' tables.
 * - account: the actor's account, and the actor's own rows
 * - person: a person's own rows: memberships, invitations to them, sessions
 * - system: one account, for jobs and for links that authorise by a token
 * - public: what is published
 */
export type Scope =
  | { as: 'account'; account: string; person: string }
  | { as: 'person'; person: string }
  | { as: 'system'; account: string }
  | { as: 'public' }

/** An actor's scope: the ids of their account and person, without any other field of the actor. */
export const scopeOf = ({ account, person }: { account: string; person: string }) =>
  ({ as: 'account', account, person }) as const

export const scopeRoles = ['account', 'person', 'system', 'public'] as const

export class TransactionTimeout extends Error {}

/**
 * Runs one short transaction within the scope.
 * @param locks further expressions for the first statement: advisory locks, so that the statements after it read
 *   the state that the previous holders of the locks committed
 * @throws TransactionTimeout if the transaction took too long; nothing is committed then
 */
export async function inScope<T>(
  database: Database,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  locks: SQL[] = [],
  pool: Pool = 'normal',
): Promise<T> {
  const started = performance.now()
  return database.transaction(pool, async (plain) => {
    // A transaction that has waited too long for its connection stops at once: its work would be rolled back
    // anyway and would delay the other transactions.
    checkTime(started)
    const tx = await beginWork(plain, database.boss, [...settings(scope), ...locks])
    const result = await work(tx)
    checkTime(started)
    return result
  })
}

/** @throws TransactionTimeout */
function checkTime(started: number): void {
  if (performance.now() - started > maxTransactionSeconds * 1000) throw new TransactionTimeout()
}

/**
 * Switches to another scope within the same transaction, for work that concerns two scopes. Each such switch is visible
 * in the calling function.
 */
export const enterScope = async (tx: Tx, scope: Scope): Promise<void> =>
  void (await tx.execute(sql`select ${sql.join(settings(scope).slice(0, 3), sql`, `)}`))

/**
 * Runs `work` in the system scope of another account, within the same transaction, and switches back.
 * @param back the scope that the transaction is in
 */
export async function actingForOtherAccount<T>(
  tx: Tx,
  other: string,
  back: Scope,
  work: () => Promise<T>,
): Promise<T> {
  await enterScope(tx, { as: 'system', account: other })
  const result = await work()
  await enterScope(tx, back)
  return result
}

const settings = (scope: Scope) =>
  Object.entries({
    role: `stagedoor_${scope.as}`,
    'app.account': 'account' in scope ? scope.account : '',
    'app.person': 'person' in scope ? scope.person : '',
    transaction_timeout: `${maxTransactionSeconds}s`,
  }).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)

/**
 * Throws if row security does not protect this database, because a scope's role may bypass it or a table lacks it. The
 * server then refuses to start.
 */
export async function checkRowSecurity(db: Db): Promise<void> {
  const unprotected = await queryRows<{ name: string }>(
    db,
    sql`
    select rolname as name from pg_roles
    where rolname in ('stagedoor_account', 'stagedoor_person', 'stagedoor_system', 'stagedoor_public')
      and (rolsuper or rolbypassrls)
    union all
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
  )
  if (unprotected.length > 0) {
    throw new Error(
      `Row security does not bind ${unprotected.map((row) => row.name).join(', ')}: not serving.`,
    )
  }
}
