import type { Admission } from '../access/admission.ts'
import { type AuditedAct, recordAct } from '../access/audit.ts'
import type { Actor, Person, Requirement, Visitor } from '../access/gate.ts'
import { exclusiveTeamLock, reloadActor, sharedMembershipLock } from '../access/locks.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { inScope, type Scope, scopeOf } from '../platform/database/scope.ts'
import type { RateLimits } from './rate-limits.ts'
import type { AnyRoute, RateLimit } from './route.ts'

/** What a request passes through before its route's handler runs. */
export type Door = { database: Database; admission: Admission; limits: RateLimits }

/** Counts the call if the route has a limit. @throws Refusal rate_limited */
export async function enforceRateLimit(
  limits: RateLimits,
  limit: RateLimit | undefined,
  caller: Visitor | Person | Actor,
) {
  if (!limit) return
  const callerKey = 'person' in caller ? caller.person : caller.ip
  const counted = limit.per === 'account' && 'account' in caller ? caller.account : callerKey
  await limits.take(`${limit.name} ${counted}`, limit)
}

/**
 * Runs one transaction in the route's scope. A member's write takes the lock on their membership (or on the team)
 * and then reads the actor again.
 */
export async function runInTransaction<T>(
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
  input: unknown,
): Promise<T> {
  if (!('account' in caller) || !caller.account) {
    const own: Scope = 'person' in caller ? { as: 'person', person: caller.person } : { as: 'public' }
    return inScope(database, scope?.(input) ?? own, (db) => work(db, caller))
  }
  const { account, person } = caller
  if (method === 'GET') return inScope(database, scopeOf(caller), (db) => work(db, caller))
  const lock = holds === 'team' ? exclusiveTeamLock(account) : sharedMembershipLock(account, person)
  try {
    return await inScope(
      database,
      scopeOf(caller),
      async (db) => work(db, await reloadActor(db, caller, permission as Requirement, whileClosing)),
      [lock],
      holds === 'team' ? 'urgent' : 'normal',
    )
  } catch (error) {
    if (error instanceof Refusal && error.attempt) await recordAttempt(database, caller, error)
    throw error
  }
}

/** Records the refused attempt in a transaction of its own, since the first one was rolled back. */
const recordAttempt = (database: Database, actor: Actor, { code, attempt }: Refusal) =>
  inScope(database, scopeOf(actor), (tx) =>
    recordAct(tx, actor, { ...(attempt as AuditedAct), allowed: false, details: { code } }),
  )
