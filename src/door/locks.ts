import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { rows, type Tx } from '../ground/db.ts'
import { Refusal } from './errors.ts'
import { type Actor, type Asked, allow } from './gate.ts'
import { accounts, members } from './tables.ts'

/*
 * A write holds its actor's membership, shared, from its first statement to its commit. A change of the team
 * holds the account's team, then each member that it touches, exclusively: it waits for the writes under way,
 * and writes that come after it find the membership as it left it. Advisory locks, because they queue fairly
 * and are always taken in this order; row locks made two Admins who remove each other deadlock.
 */
const key = (kind: string, ...ids: string[]) => sql`hashtextextended(${[kind, ...ids].join(' ')}, 0)`

export const membershipShared = (account: string, person: string): SQL =>
  sql`pg_advisory_xact_lock_shared(${key('member', account, person)})`
export const teamExclusive = (account: string): SQL => sql`pg_advisory_xact_lock(${key('team', account)})`
/** For what must know the team as it is until it is done. */
export const teamShared = (account: string): SQL => sql`pg_advisory_xact_lock_shared(${key('team', account)})`

export const lockTeam = async (tx: Tx, account: string): Promise<void> =>
  void (await tx.execute(sql`select ${teamExclusive(account)}`))

/** Holds one thing of a kind until the commit: whatever else would change it comes before or after. */
export const holdAlone = async (tx: Tx, kind: string, ...ids: string[]): Promise<void> =>
  void (await tx.execute(sql`select pg_advisory_xact_lock(${key(kind, ...ids)})`))

/** Holds somebody else's membership, shared, unless it is being changed: whoever holds their own waits for no other's. */
export async function tryMembership(tx: Tx, account: string, person: string): Promise<boolean> {
  const [found] = await rows<{ held: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock_shared(${key('member', account, person)}) as held`,
  )
  return found?.held === true
}

/** Waits until nobody acts as this member any more. Only after `teamExclusive`. */
export const lockMember = (tx: Tx, account: string, person: string): Promise<void> =>
  holdAlone(tx, 'member', account, person)

/**
 * Buying holds the trade of both accounts, shared; closing an account holds its own exclusively. So an account
 * closes only when nothing is being bought by it or from it, and nothing is once it does.
 */
export const holdTrade = async (tx: Tx, ...accounts: string[]): Promise<void> => {
  for (const account of accounts.sort())
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${key('trade', account)})`)
}
export const endTrade = (tx: Tx, account: string): Promise<void> => holdAlone(tx, 'trade', account)

/**
 * Whatever changes what one account sold another holds the two's dealings, exclusively and before any row: orders,
 * parcels, requests and refunds of the pair change one after the other, and no two acts wait for each other's rows.
 */
export const holdDealings = (tx: Tx, seller: string, buyer: string): Promise<void> =>
  holdAlone(tx, 'dealings', seller, buyer)

/** Connecting a payment method holds the account's: the first is preferred, and none is connected twice. */
export const holdMethods = (tx: Tx, account: string): Promise<void> => holdAlone(tx, 'methods', account)

/**
 * The actor as they are now that the lock is held: what the gate saw may have changed while waiting for it.
 * @throws Refusal not_found, account_closing or forbidden
 */
export async function present(tx: Tx, actor: Actor, asked: Asked, whileClosing = false): Promise<Actor> {
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
        eq(members.accountId, actor.account),
        eq(members.id, actor.member),
        or(isNull(members.endsAt), gt(members.endsAt, sql`clock_timestamp()`)),
      ),
    )
  if (!found) throw new Refusal('not_found')
  const now = { ...actor, ...found }
  allow(now, asked, whileClosing)
  return now
}
