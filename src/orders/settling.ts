import { asService, type Database } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import { report } from '../ground/report.ts'
import { within } from '../ground/scope.ts'
import type { Charge, Outcome, Provider } from '../payments/provider.ts'
import { lapse, overdue } from './cancelling.ts'
import { type ChargeRow, chargeOf, conclude, type Terms, unsettled } from './paying.ts'
import { concludeRefund, type Owed, owed, refundsOf, unpaid } from './refunds.ts'

/** What money is moved with. */
export type Till = Terms & { database: Database; provider: Provider }

/** An order by both of its keys. */
export type OrderRef = { seller: string; order: string }

/**
 * Asks the provider for what is written down and not settled, and writes down how it answered: the charge outside
 * any transaction, under our key. May be called at any time and any number of times; a call that throws has
 * changed nothing that the next one would not find.
 */
export async function settleCharge(till: Till, { seller, order }: OrderRef): Promise<void> {
  const asSeller = { as: 'system', account: seller } as const
  const charge = await within(till.database, asSeller, (tx) => chargeOf(tx, seller, order))
  if (!charge || charge.settledAt) return
  const outcome = await outcomeOf(till.provider, charge)
  await within(till.database, asSeller, (tx) => conclude(tx, charge, outcome, till))
}

async function outcomeOf(
  provider: Provider,
  { ref, expiresAt, status, ...row }: ChargeRow,
): Promise<Outcome> {
  const charge: Charge = {
    key: row.orderId,
    seller: row.accountId,
    buyer: row.buyerId,
    amount: row.amount,
    currency: row.currency,
    method: row.methodRef,
    since: row.createdAt,
  }
  const late = expiresAt < new Date()
  // One that was to be made long ago is not made any more: if it never arrived, the purchase has failed.
  const found = status === 'confirm' || late ? await provider.find(charge, ref) : undefined
  if (found && found.status !== 'confirm') return found
  if (late) return provider.cancel(charge, ref)
  return found ?? provider.charge(charge)
}

/** @param again whether one that was paid is asked for again: a bank can send it back days later */
export async function settleRefund(
  { database, provider, post }: Till,
  it: Owed,
  again = false,
): Promise<void> {
  const asSeller = { as: 'system', account: it.seller } as const
  const refund = await within(database, asSeller, (tx) => owed(tx, it))
  if (!refund || !(refund.state === 'pending' || (again && refund.state === 'succeeded'))) return
  const { id: key, orderId, amount } = refund
  const charge = await within(database, asSeller, (tx) => chargeOf(tx, it.seller, orderId))
  const answer = await provider.refund({ key, seller: it.seller, charge: charge?.ref ?? orderId, amount })
  if (answer === 'pending') return
  await within(database, asSeller, (tx) => concludeRefund(tx, it, answer === 'succeeded', post))
}

/** Settles what of an order's payment is on its way back. */
export async function settleRefunds(till: Till, { seller, order }: OrderRef): Promise<void> {
  const found = await within(till.database, { as: 'system', account: seller }, (tx) =>
    refundsOf(tx, { accountId: seller, id: order }),
  )
  for (const { id } of found) await settleRefund(till, { seller, refund: id })
}

/** What cannot be settled at once is settled by the clock: whoever asked for it is told how it stands. */
export const orLater = (settling: Promise<void>): Promise<void> =>
  settling.catch((error) => report('settle', error))

/** Settles what a crash, or a provider that was away, left in between. */
export const settlingWorker = (till: Till): Worker => ({
  queue: 'settle',
  retries: 0,
  schedule: '* * * * *',
  run: () => settleAll(till),
})

/** Each by itself: one that cannot be settled yet does not hold up the others. */
export async function settleAll(till: Till): Promise<void> {
  const { charges, refunds } = await asService(till.database, async (tx) => ({
    charges: await unsettled(tx),
    refunds: await unpaid(tx),
  }))
  for (const it of charges) await settleCharge(till, it).catch((error) => report('settle', error))
  for (const it of refunds) await settleRefund(till, it).catch((error) => report('settle', error))
}

/** Requests that nobody answered in 48 hours lapse. */
export const lapsingWorker = ({ database }: Pick<Till, 'database'>): Worker => ({
  queue: 'lapse',
  retries: 0,
  schedule: '* * * * *',
  run: async () => {
    for (const { seller, request } of await asService(database, overdue))
      await within(database, { as: 'system', account: seller }, (tx) => lapse(tx, seller, request))
  },
})
