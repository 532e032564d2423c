import { and, asc, eq, lte, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { lockMember, lockTeam, lockTradeExclusively } from '../access/locks.ts'
import { accounts, members, people } from '../access/tables.ts'
import { type DeletionBlock, Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { provePassword } from '../identity/passwords.ts'
import { identityLimits } from '../identity/vocabulary.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import { publish } from '../platform/events.ts'
import type { JobWorker } from '../platform/jobs.ts'

/** Days in which the Owner can undo a deletion. */
export const undoDeletionDays = 30

export const DeletionInput = z.strictObject({
  password: z
    .string()
    .max(identityLimits.password.max)
    .optional()
    .describe("The Owner's password. Without it, the answer is 428 `proof_required`."),
})
export const ClosingAccount = z.object({
  eraseAt: z.date().describe('When the account is erased; until then, the Owner can undo the deletion.'),
})

/**
 * Finds the orders, payouts, shows and money that prevent a deletion. `server` supplies it, because the rooms that know
 * these things import this one.
 */
export type FindDeletionBlocks = (tx: Tx, account: string) => Promise<DeletionBlock[]>

/**
 * Closes the account. From now on only the Owner can find it; after 30 days it is erased.
 * @throws Refusal proof_required, wrong_password or deletion_blocked
 */
export async function closeAccount(
  db: Tx,
  actor: Actor,
  { password }: z.output<typeof DeletionInput>,
  { sendMail }: Services,
  blocksDeletion: FindDeletionBlocks,
) {
  await provePassword(db, actor, password)
  const team = await db
    .select({ person: members.personId })
    .from(members)
    .where(and(eq(members.accountId, actor.account), ne(members.role, 'owner')))
    .orderBy(asc(members.personId))
  // Each lock waits for what a member is doing. After that, the members can start nothing.
  for (const { person } of team) await lockMember(db, actor.account, person)
  await lockTradeExclusively(db, actor.account)
  const blocks = await blocksDeletion(db, actor.account)
  if (blocks.length > 0) throw new Refusal('deletion_blocked', { blocks })
  const [closing] = await db
    .update(accounts)
    .set({ eraseAt: sql`now() + ${`${undoDeletionDays} days`}::interval` })
    .where(eq(accounts.id, actor.account))
    .returning({ eraseAt: accounts.eraseAt })
  const eraseAt = closing?.eraseAt as Date
  await recordAct(db, actor, { act: 'account.closed', details: { eraseAt: eraseAt.toISOString() } })
  await publish(db, { kind: 'access', account: actor.account, person: null, ended: true })
  await publish(db, { kind: 'changed', account: actor.account, what: 'account' })
  await sendMail(db, {
    to: actor.email,
    kind: 'closing',
    language: actor.language,
    url: `/dashboard/${actor.account}`,
    account: actor.account,
    about: { name: actor.name, account: actor.accountName, until: eraseAt },
  })
  return { eraseAt }
}

/**
 * Undoes the closing of an account.
 * @throws Refusal not_closing
 */
export async function restoreAccount(db: Tx, actor: Actor) {
  if (!actor.eraseAt) throw new Refusal('not_closing')
  await db.update(accounts).set({ eraseAt: null }).where(eq(accounts.id, actor.account))
  await recordAct(db, actor, { act: 'account.restored' })
  await publish(db, { kind: 'changed', account: actor.account, what: 'account' })
  return {}
}

/** Called once the account is erased: removes what it has outside of the database, such as files. */
type OnAccountErased = (tx: Tx, account: string) => Promise<void>

/**
 * Erases each account that has been closed for 30 days, together with everything that belongs to it. The Owner's person
 * is erased, too, if they are a member of no other account.
 */
export const eraseAccountsWorker = (database: Database, onErased: OnAccountErased): JobWorker => ({
  queue: 'erase',
  retries: 3,
  schedule: '*/10 * * * *',
  run: async () => {
    const due = await database.db
      .select({ account: accounts.id, owner: members.personId })
      .from(accounts)
      .innerJoin(members, and(eq(members.accountId, accounts.id), eq(members.role, 'owner')))
      .where(lte(accounts.eraseAt, sql`now()`))
    for (const { account, owner } of due) await erase(database, account, owner, onErased)
  },
})

async function erase(database: Database, account: string, owner: string, onErased: OnAccountErased) {
  await inScope(database, { as: 'system', account }, async (tx) => {
    await lockTeam(tx, account)
    const deleted = await tx
      .delete(accounts)
      .where(and(eq(accounts.id, account), lte(accounts.eraseAt, sql`now()`)))
      .returning({ id: accounts.id })
    if (deleted.length > 0) await onErased(tx, account)
  })
  await serviceTransaction(database, async (tx) => {
    await tx.delete(members).where(and(eq(members.personId, owner), lte(members.endsAt, sql`now()`)))
    const elsewhere = await tx
      .select({ id: members.id })
      .from(members)
      .where(eq(members.personId, owner))
      .limit(1)
    if (elsewhere.length === 0) await tx.delete(people).where(eq(people.id, owner))
  })
}
