import { and, asc, eq, lte, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Block, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { endTrade, lockMember, lockTeam } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { accounts, members, people } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import { asService, type Database, type Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import { within } from '../ground/scope.ts'
import * as passwords from '../identity/passwords.ts'

/** Days in which the Owner can undo a deletion. */
export const undoDays = 30

export const Deletion = z.strictObject({ password: z.string().max(128).optional() })
export const Closing = z.object({ eraseAt: z.date() })

/** What is open yet of an account's trade and money: told by the areas above. */
export type BlocksDeletion = (tx: Tx, account: string) => Promise<Block[]>

/**
 * Closes the account: nobody but the Owner finds it any more, at once; after 30 days it is erased.
 * @throws Refusal proof_required, wrong_password or deletion_blocked
 */
export async function close(
  db: Tx,
  actor: Actor,
  { password }: z.output<typeof Deletion>,
  { post }: House,
  blocksDeletion: BlocksDeletion,
) {
  await passwords.prove(db, actor, password)
  const team = await db
    .select({ person: members.personId })
    .from(members)
    .where(and(eq(members.accountId, actor.account), ne(members.role, 'owner')))
    .orderBy(asc(members.personId))
  // What they have under way ends first; then nothing of theirs begins.
  for (const { person } of team) await lockMember(db, actor.account, person)
  await endTrade(db, actor.account)
  const blocks = await blocksDeletion(db, actor.account)
  if (blocks.length > 0) throw new Refusal('deletion_blocked', { blocks })
  const [closing] = await db
    .update(accounts)
    .set({ eraseAt: sql`now() + ${`${undoDays} days`}::interval` })
    .where(eq(accounts.id, actor.account))
    .returning({ eraseAt: accounts.eraseAt })
  const eraseAt = closing?.eraseAt as Date
  await record(db, actor, { act: 'account.closed', details: { eraseAt: eraseAt.toISOString() } })
  await tell(db, { kind: 'access', account: actor.account, person: null, ended: true })
  await tell(db, { kind: 'changed', account: actor.account, what: 'account' })
  await post(db, {
    to: actor.email,
    kind: 'closing',
    language: actor.language,
    url: `/dashboard/${actor.account}`,
    account: actor.account,
    about: { name: actor.name, account: actor.accountName, until: eraseAt },
  })
  return { eraseAt }
}

/** @throws Refusal not_closing */
export async function restore(db: Tx, actor: Actor) {
  if (!actor.eraseAt) throw new Refusal('not_closing')
  await db.update(accounts).set({ eraseAt: null }).where(eq(accounts.id, actor.account))
  await record(db, actor, { act: 'account.restored' })
  await tell(db, { kind: 'changed', account: actor.account, what: 'account' })
  return {}
}

/** Removes what an account has outside of the database, once it is erased. */
type Erased = (tx: Tx, account: string) => Promise<void>

/** Erases what has been closed for 30 days, with everything of it, and the Owner's sign-in if they work nowhere else. */
export const eraseWorker = (database: Database, erased: Erased): Worker => ({
  queue: 'erase',
  retries: 3,
  schedule: '*/10 * * * *',
  run: async () => {
    const due = await database.db
      .select({ account: accounts.id, owner: members.personId })
      .from(accounts)
      .innerJoin(members, and(eq(members.accountId, accounts.id), eq(members.role, 'owner')))
      .where(lte(accounts.eraseAt, sql`now()`))
    for (const { account, owner } of due) await erase(database, account, owner, erased)
  },
})

async function erase(database: Database, account: string, owner: string, erased: Erased) {
  await within(database, { as: 'system', account }, async (tx) => {
    await lockTeam(tx, account)
    const gone = await tx
      .delete(accounts)
      .where(and(eq(accounts.id, account), lte(accounts.eraseAt, sql`now()`)))
      .returning({ id: accounts.id })
    if (gone.length > 0) await erased(tx, account)
  })
  await asService(database, async (tx) => {
    await tx.delete(members).where(and(eq(members.personId, owner), lte(members.endsAt, sql`now()`)))
    const elsewhere = await tx
      .select({ id: members.id })
      .from(members)
      .where(eq(members.personId, owner))
      .limit(1)
    if (elsewhere.length === 0) await tx.delete(people).where(eq(people.id, owner))
  })
}
