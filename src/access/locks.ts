import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { type Actor, type Requirement, requirePermission } from './gate.ts'
import { accounts, members } from './tables.ts'

/*
 * A write holds a shared lock on its actor's membership from its first statement to its commit. A change of the
 * team takes exclusive locks: on the account's team, then on each member that it changes. So it waits for the
 * writes in progress, and later writes see the membership as it left it. The locks are advisory, because those
 * queue fairly and are always taken in this order; with row locks, two Admins who removed each other deadlocked.
 */
const key = (kind: string, ...ids: string[]) => sql`hashtextextended(${[kind, ...ids].join(' ')}, 0)`

export const sharedMembershipLock = (account: string, person: string): SQL =>
  sql`pg_advisory_xact_lock_shared(${key('member', account, person)})`
export const exclusiveTeamLock = (account: string): SQL => sql`pg_advisory_xact_lock(${key('team', account)})`
/** For transactions that need the team to stay as it is until their commit. */
export const sharedTeamLock = (account: string): SQL =>
  sql`pg_advisory_xact_lock_shared(${key('team', account)})`

export const lockTeam = async (tx: Tx, account: string): Promise<void> =>
  void (await tx.execute(sql`select ${exclusiveTeamLock(account)}`))

/** Locks one thing of a kind until the commit: other changes to it commit before or run after. */
export const lockExclusively = async (tx: Tx, kind: string, ...ids: string[]): Promise<void> =>
  void (await tx.execute(sql`select pg_advisory_xact_lock(${key(kind, ...ids)})`))

/**
 * Takes a shared lock on another person's membership, unless that membership is being changed. It never waits: a
 * transaction that holds its own membership must not wait for another.
 */
export async function tryLockMembership(tx: Tx, account: string, person: string): Promise<boolean> {
  const [row] = await queryRows<{ locked: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock_shared(${key('member', account, person)}) as locked`,
  )
  return row?.locked === true
}

/** Waits until no transaction acts as this member any more. Take `exclusiveTeamLock` first. */
export const lockMember = (tx: Tx, account: string, person: string): Promise<void> =>
  lockExclusively(tx, 'member', account, person)

/**
 * A purchase takes a shared trade lock on both accounts; closing an account takes its own exclusively. So an
 * account closes only while no purchase by it or from it is in progress, and none can start afterwards.
 */
export const lockTrade = async (tx: Tx, ...accounts: string[]): Promise<void> => {
  for (const account of accounts.sort())
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${key('trade', account)})`)
}
export const lockTradeExclusively = (tx: Tx, account: string): Promise<void> =>
  lockExclusively(tx, 'trade', account)

/**
 * Locks everything that one account sold to another, exclusively and before any row is locked. Every change to the
 * orders, shipments, requests and refunds of this seller and buyer takes the lock first, so these changes run one after
 * the other, and no two transactions wait for each other's rows.
 */
export const lockDealings = (tx: Tx, seller: string, buyer: string): Promise<void> =>
  lockExclusively(tx, 'dealings', seller, buyer)

/**
 * Connecting a payment method takes this lock, so that only the first one becomes preferred and none is connected
 * twice.
 */
export const lockPaymentMethods = (tx: Tx, account: string): Promise<void> =>
  lockExclusively(tx, 'methods', account)

/**
 * Reads the actor again once the lock is held: their role or access may have changed while the transaction waited.
 * @throws Refusal not_found, account_closing or forbidden
 */
export async function reloadActor(
  tx: Tx,
  actor: Actor,
  required: Requirement,
  whileClosing = false,
): Promise<Actor> {
  const [found] = await tx
    .select({
      role: members.role,
      endsAt: members.endsAt,
      eraseAt: accounts.eraseAt,
      accountName: accounts.name,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        byKey(members, actor.account, actor.member),
        or(isNull(members.endsAt), gt(members.endsAt, sql`clock_timestamp()`)),
      ),
    )
  if (!found) throw new Refusal('not_found')
  const now = { ...actor, ...found }
  requirePermission(now, required, whileClosing)
  return now
}
