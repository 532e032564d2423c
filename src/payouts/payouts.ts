import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct, serviceActor } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { accounts } from '../access/tables.ts'
import { type DeletionBlock, Refusal } from '../errors/refusal.ts'
import { accountCurrency, findBalance } from '../ledger/balance.ts'
import { bookTransfer } from '../ledger/ledger.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageById } from '../platform/database/keyset-page.ts'
import { publish } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { lockPayoutDetails } from './payout-details.ts'
import { payouts } from './tables.ts'

export const NewPayout = z.strictObject({
  amount: z
    .int()
    .min(1)
    .max(1_000_000_000_000)
    .describe("In minor units of the account's currency; at most the available balance."),
})
export const PayoutQuery = z.strictObject({ after: cursorParam })

export const Payout = z
  .object({
    id: z.string(),
    amount: z.int().describe('In minor units of `currency`.'),
    currency: z.string(),
    status: z
      .enum(['started', 'paid', 'failed'])
      .describe('`started`: on its way to the bank. `failed`: the amount is available again.'),
    destination: z.string().describe('The bank account that it goes to, such as "•••• 3000".'),
    by: z.string().describe('The name of the member who started it.'),
    createdAt: z.date(),
    settledAt: z.date().nullable().describe('When it was paid or failed; null until then.'),
  })
  .meta({ id: 'Payout' })

/** The key of a payout: its account and its id. */
export type PayoutRef = { account: string; payout: string }
type Row = typeof payouts.$inferSelect

/** Lists payouts, the latest first. */
export async function listPayouts(db: Tx, { account }: Actor, query: z.output<typeof PayoutQuery>) {
  const { items, next } = await pageById(db.select().from(payouts), payouts.id, {
    where: eq(payouts.accountId, account),
    after: query.after,
  })
  return { items: items.map(toPayoutView), next }
}

/** @throws Refusal not_found */
export async function findPayout(db: Tx, account: string, id: string) {
  const [found] = await db
    .select()
    .from(payouts)
    .where(byKey(payouts, account, id))
  if (!found) throw new Refusal('not_found')
  return toPayoutView(found)
}

/**
 * Records a payout and takes its amount from the available balance. The provider is called after the commit. The
 * database refuses an amount above the balance (SD006).
 * @throws Refusal no_payout_details
 */
export async function startPayout(
  db: Tx,
  actor: Actor,
  { amount }: z.output<typeof NewPayout>,
): Promise<PayoutRef> {
  const details = await lockPayoutDetails(db, actor.account)
  if (!details) throw new Refusal('no_payout_details')
  const currency = await accountCurrency(db, actor.account)
  const id = newId('payout')
  const destination = details.masked
  await db
    .insert(payouts)
    .values({ accountId: actor.account, id, amount, currency, destination, personName: actor.name })
  await bookTransfer(db, {
    account: actor.account,
    kind: 'payout',
    from: 'available',
    to: 'bank',
    amount,
    currency,
    cause: id,
  })
  await recordAct(db, actor, { act: 'money.payout_started', subject: { id, name: destination } })
  await publishPayouts(db, actor.account)
  return { account: actor.account, payout: id }
}

/** Records the provider's answer, once. The amount of a payout that failed or came back is available again. */
export async function applyPayoutOutcome(tx: Tx, ref: PayoutRef, paid: boolean): Promise<void> {
  const [settled] = await tx
    .update(payouts)
    .set({ status: paid ? 'paid' : 'failed', settledAt: sql`now()`, ...(!paid && { failure: 'refused' }) })
    .where(
      and(
        byKey(payouts, ref.account, ref.payout),
        inArray(payouts.status, paid ? ['started'] : ['started', 'paid']),
      ),
    )
    .returning()
  if (!settled) return
  if (!paid) await returnToBalance(tx, settled)
  await publishPayouts(tx, ref.account)
}

async function returnToBalance(tx: Tx, { accountId: account, id, amount, currency, destination }: Row) {
  await bookTransfer(tx, {
    account,
    kind: 'adjustment',
    from: 'bank',
    to: 'available',
    amount,
    currency,
    cause: id,
  })
  const [named] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, account))
  await recordAct(tx, serviceActor(account, named?.name ?? ''), {
    act: 'money.payout_failed',
    subject: { id, name: destination },
  })
}

/**
 * Finds a payout about which the provider must be asked.
 * @param again whether to find a payout that is already paid, too
 */
export async function findUnsettledPayout(tx: Tx, ref: PayoutRef, again: boolean): Promise<Row | undefined> {
  const [found] = await tx
    .select()
    .from(payouts)
    .where(
      and(
        byKey(payouts, ref.account, ref.payout),
        inArray(payouts.status, again ? ['started', 'paid'] : ['started']),
      ),
    )
  return found
}

/** Finds payouts that have no answer of the provider, because of a crash. */
export const pendingPayouts = (tx: Tx): Promise<PayoutRef[]> =>
  tx
    .select({ account: payouts.accountId, payout: payouts.id })
    .from(payouts)
    .where(and(eq(payouts.status, 'started'), lt(payouts.createdAt, sql`now() - interval '15 seconds'`)))
    .orderBy(asc(payouts.createdAt))
    .limit(200)

/** Finds the money that prevents an account's deletion: a balance, or a payout that is under way. */
export async function balanceBlockingDeletion(tx: Tx, account: string): Promise<DeletionBlock[]> {
  const { pending, available, currency } = await findBalance(tx, account)
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

const toPayoutView = (row: Row): z.input<typeof Payout> => ({
  id: row.id,
  amount: row.amount,
  currency: row.currency,
  status: row.status,
  destination: row.destination,
  by: row.personName,
  createdAt: row.createdAt,
  settledAt: row.settledAt,
})

const publishPayouts = (tx: Tx, account: string) =>
  publish(tx, { kind: 'changed', account, what: 'payouts', permission: 'payouts.manage' })
