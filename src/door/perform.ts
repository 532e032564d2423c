import type { Database, Tx } from '../ground/db.ts'
import { type Scope, within } from '../ground/scope.ts'
import type { Admission } from './admission.ts'
import { Refusal } from './errors.ts'
import type { Actor, Asked, Person, Visitor } from './gate.ts'
import type { Limits } from './limits.ts'
import { membershipShared, present, teamExclusive } from './locks.ts'
import { type Act, record } from './record.ts'
import type { AnyRoute, Pace } from './route.ts'

/** What stands before every route. */
export type Door = { database: Database; admission: Admission; limits: Limits }

/** Counts the call, if the route has a limit. @throws Refusal rate_limited */
export async function keepPace(limits: Limits, pace: Pace | undefined, caller: Visitor | Person | Actor) {
  if (!pace) return
  const whose = 'person' in caller ? caller.person : caller.ip
  const by = pace.per === 'account' && 'account' in caller ? caller.account : whose
  await limits.take(`${pace.name} ${by}`, pace)
}

/** One transaction in the route's scope. A write of a member holds what it rests on, and reads it again. */
export async function perform<T>(
  database: Database,
  {
    method,
    permission,
    holds,
    whileClosing,
    scope,
  }: Pick<AnyRoute, 'method' | 'permission'> & Partial<AnyRoute>,
  caller: Visitor | Person | Actor,
  work: (db: Tx, actor: Visitor | Person | Actor) => Promise<T>,
  given: unknown,
): Promise<T> {
  if (!('account' in caller) || !caller.account) {
    const own: Scope = 'person' in caller ? { as: 'person', person: caller.person } : { as: 'public' }
    return within(database, scope?.(given) ?? own, (db) => work(db, caller))
  }
  const { account, person } = caller
  if (method === 'GET') return within(database, { as: 'account', account, person }, (db) => work(db, caller))
  const lock = holds === 'team' ? teamExclusive(account) : membershipShared(account, person)
  try {
    return await within(
      database,
      { as: 'account', account, person },
      async (db) => work(db, await present(db, caller, permission as Asked, whileClosing)),
      [lock],
      holds === 'team' ? 'team' : 'work',
    )
  } catch (error) {
    if (error instanceof Refusal && error.attempt) await keep(database, caller, error)
    throw error
  }
}

/** Records an attempt: what was refused has left nothing else. */
const keep = (database: Database, actor: Actor, { code, attempt }: Refusal) =>
  within(database, { as: 'account', account: actor.account, person: actor.person }, (tx) =>
    record(tx, actor, { ...(attempt as Act), allowed: false, details: { code } }),
  )
