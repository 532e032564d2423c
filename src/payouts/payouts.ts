import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Block, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record, theService } from '../door/record.ts'
import { accounts } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { balanceOf, currencyOf } from '../ledger/balance.ts'
import { book } from '../ledger/ledger.ts'
import { lock } from './details.ts'
import { payouts } from './tables.ts'

export const NewPayout = z.strictObject({
  /** In minor units of the account's currency; at most what is available. */
  amount: z.int().min(1).max(1_000_000_000_000),
})
export const PayoutQuery = z.strictObject({ after })

export const Payout = z
  .object({
    id: z.string(),
    amount: z.int(),
    currency: z.string(),
    /** started: on its way to the bank. failed: its amount is available again. */
    status: z.enum(['started', 'paid', 'failed']),
    /** The masked details that it went to. */
    destination: z.string(),
    person: z.string(),
    createdAt: z.date(),
    settledAt: z.date().nullable(),
  })
  .meta({ id: 'Payout' })

/** A payout by both of its keys. */
export type PayoutRef = { account: string; payout: string }
type Row = typeof payouts.$inferSelect

/** The latest first. */
export async function list(db: Tx, { account }: Actor, query: z.output<typeof PayoutQuery>) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.accountId, account), last ? lt(payouts.id, last) : undefined))
    .orderBy(desc(payouts.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ id }) => [id])
  return { items: items.map(view), next }
}

/** @throws Refusal not_found */
export async function find(db: Tx, account: string, id: string) {
  const [found] = await db
    .select()
    .from(payouts)
    .where(byKey({ account, payout: id }))
  if (!found) throw new Refusal('not_found')
  return view(found)
}

/**
 * Writes a payout down and takes its amount out of what is available; the bank is asked afterwards. The database
 * refuses what exceeds it (SD006).
 * @throws Refusal no_payout_details
 */
export async function start(
  db: Tx,
  actor: Actor,
  { amount }: z.output<typeof NewPayout>,
): Promise<PayoutRef> {
  const details = await lock(db, actor.account)
  if (!details) throw new Refusal('no_payout_details')
  const currency = await currencyOf(db, actor.account)
  const id = newId('payout')
  const destination = details.masked
  await db
    .insert(payouts)
    .values({ accountId: actor.account, id, amount, currency, destination, personName: actor.name })
  await book(db, {
    account: actor.account,
    kind: 'payout',
    from: 'available',
    to: 'bank',
    amount,
    currency,
    cause: id,
  })
  await record(db, actor, { act: 'money.payout_started', subject: { id, name: destination } })
  await told(db, actor.account)
  return { account: actor.account, payout: id }
}

/** How the bank answered, written down once. What it did not take, or sent back, is available again. */
export async function conclude(tx: Tx, ref: PayoutRef, paid: boolean): Promise<void> {
  const [settled] = await tx
    .update(payouts)
    .set({ status: paid ? 'paid' : 'failed', settledAt: sql`now()`, ...(!paid && { failure: 'refused' }) })
    .where(and(byKey(ref), inArray(payouts.status, paid ? ['started'] : ['started', 'paid'])))
    .returning()
  if (!settled) return
  if (!paid) await giveBack(tx, settled)
  await told(tx, ref.account)
}

async function giveBack(tx: Tx, { accountId: account, id, amount, currency, destination }: Row) {
  await book(tx, { account, kind: 'adjustment', from: 'bank', to: 'available', amount, currency, cause: id })
  const [named] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, account))
  await record(tx, theService(account, named?.name ?? ''), {
    act: 'money.payout_failed',
    subject: { id, name: destination },
  })
}

/** @param again whether one that was paid counts, too */
export async function unsettled(tx: Tx, ref: PayoutRef, again: boolean): Promise<Row | undefined> {
  const [found] = await tx
    .select()
    .from(payouts)
    .where(and(byKey(ref), inArray(payouts.status, again ? ['started', 'paid'] : ['started'])))
  return found
}

/** Payouts that a crash left behind. */
export const leftBehind = (tx: Tx): Promise<PayoutRef[]> =>
  tx
    .select({ account: payouts.accountId, payout: payouts.id })
    .from(payouts)
    .where(and(eq(payouts.status, 'started'), lt(payouts.createdAt, sql`now() - interval '15 seconds'`)))
    .orderBy(asc(payouts.createdAt))
    .limit(200)

/** What of an account's money stands in the way of its deletion: a balance, or a payout that is under way. */
export async function blocksDeletion(tx: Tx, account: string): Promise<Block[]> {
  const { pending, available, currency } = await balanceOf(tx, account)
  const [underWay] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(payouts)
    .where(and(eq(payouts.accountId, account), eq(payouts.status, 'started')))
  const count = underWay?.count ?? 0
  return [
    ...(pending !== 0 || available !== 0 ? [{ what: 'balance' as const, pending, available, currency }] : []),
    ...(count > 0 ? [{ what: 'payouts' as const, count }] : []),
  ]
}

const byKey = ({ account, payout }: PayoutRef) => and(eq(payouts.accountId, account), eq(payouts.id, payout))

const view = ({ personName, ...row }: Row): z.input<typeof Payout> => ({ ...row, person: personName })

const told = (tx: Tx, account: string) =>
  tell(tx, { kind: 'changed', account, what: 'payouts', permission: 'payouts.manage' })
