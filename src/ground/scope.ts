import { type SQL, sql } from 'drizzle-orm'
import { asService, type Database, type Db, type Lane, longestTransaction, rows, type Tx } from './db.ts'

/**
 * As whom a transaction works. Each is a role of the database without privileges of its own, bound by row
 * security to what it names; there is no other way to the areas' tables.
 * - account: the actor's account, and the actor's own things
 * - person: somebody's own things: memberships, invitations to them, sign-ins
 * - system: one account, for jobs and for links that prove themselves
 * - public: what is published
 */
export type Scope =
  | { as: 'account'; account: string; person: string }
  | { as: 'person'; person: string }
  | { as: 'system'; account: string }
  | { as: 'public' }

export const scopeRoles = ['account', 'person', 'system', 'public'] as const

export class TooSlow extends Error {}

/**
 * One short transaction within the scope.
 * @param locks further expressions for the first statement: advisory locks, so that what follows reads the
 *   state after whoever held them
 * @throws TooSlow when it took longer than a transaction may; nothing is committed then
 */
export async function within<T>(
  database: Database,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  locks: SQL[] = [],
  lane: Lane = 'work',
): Promise<T> {
  const started = performance.now()
  return asService(
    database,
    async (tx) => {
      // Who waited too long for a connection does not hold up the others with what would be thrown away.
      checkTime(started)
      await tx.execute(sql`select ${sql.join([...settings(scope), ...locks], sql`, `)}`)
      const done = await work(tx)
      checkTime(started)
      return done
    },
    lane,
  )
}

/** @throws TooSlow */
function checkTime(started: number): void {
  if (performance.now() - started > longestTransaction * 1000) throw new TooSlow()
}

/** Goes on in another scope within the same transaction: for what touches two, named where it is done. */
export const enter = async (tx: Tx, scope: Scope): Promise<void> =>
  void (await tx.execute(sql`select ${sql.join(settings(scope).slice(0, 3), sql`, `)}`))

/**
 * Does what two accounts do together on the other one's side, within the same transaction, and comes back.
 * @param back the scope that the transaction is in
 */
export async function onTheSideOf<T>(tx: Tx, other: string, back: Scope, work: () => Promise<T>): Promise<T> {
  await enter(tx, { as: 'system', account: other })
  const done = await work()
  await enter(tx, back)
  return done
}

const settings = (scope: Scope) =>
  Object.entries({
    role: `stagedoor_${scope.as}`,
    'app.account': 'account' in scope ? scope.account : '',
    'app.person': 'person' in scope ? scope.person : '',
    transaction_timeout: `${longestTransaction}s`,
  }).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)

/**
 * Refuses to serve from a database whose row security does not bind: a role that may pass it by, or a table
 * without it.
 */
export async function checkRowSecurity(db: Db): Promise<void> {
  const loose = await rows<{ name: string }>(
    db,
    sql`
    select rolname as name from pg_roles
    where rolname in ('stagedoor_account', 'stagedoor_person', 'stagedoor_system', 'stagedoor_public')
      and (rolsuper or rolbypassrls)
    union all
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
  )
  if (loose.length > 0) {
    throw new Error(`Row security does not bind ${loose.map((row) => row.name).join(', ')}: not serving.`)
  }
}
