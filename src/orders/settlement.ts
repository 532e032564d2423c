import type { ChargeOutcome, PaymentProvider, ProviderCharge } from '../payments/provider.ts'
import { type Database, serviceTransaction } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { JobWorker } from '../platform/jobs.ts'
import { logError } from '../platform/log.ts'
import { dueRequests, expireRequest } from './cancellation/cancellation-requests.ts'
import {
  applyRefundOutcome,
  findRefund,
  listRefundsOf,
  type PendingRefund,
  pendingRefunds,
} from './cancellation/refunds.ts'
import {
  applyChargeOutcome,
  type ChargeRow,
  findCharge,
  type SaleTerms,
  unsettledCharges,
} from './payment/charges.ts'

/** What settling a payment needs: the database, the provider and the terms of a sale. */
export type PaymentService = SaleTerms & { database: Database; provider: PaymentProvider }

/** The key of an order: the seller's account and the order's id. */
export type OrderRef = { seller: string; order: string }

/**
 * Asks the provider about an unsettled charge and records the answer. The provider is called outside of any
 * transaction, with our idempotency key. This may be called at any time and repeatedly: whatever a call that throws
 * leaves undone, the next call completes.
 */
export async function refreshCharge(
  paymentService: PaymentService,
  { seller, order }: OrderRef,
): Promise<void> {
  const asSeller = { as: 'system', account: seller } as const
  const [charge, now] = await inScope(
    paymentService.database,
    asSeller,
    async (tx) => [await findCharge(tx, seller, order), tx.now] as const,
  )
  if (!charge || charge.settledAt) return
  const outcome = await outcomeOf(paymentService.provider, charge, now)
  await inScope(paymentService.database, asSeller, (tx) =>
    applyChargeOutcome(tx, charge, outcome, paymentService),
  )
}

async function outcomeOf(
  provider: PaymentProvider,
  { ref, expiresAt, status, ...row }: ChargeRow,
  now: Date,
): Promise<ChargeOutcome> {
  const charge: ProviderCharge = {
    key: row.orderId,
    seller: row.accountId,
    buyer: row.buyerId,
    amount: row.amount,
    currency: row.currency,
    method: row.methodRef,
    since: row.createdAt,
  }
  const late = expiresAt <= now
  // A charge that is overdue is not made any more: if it never reached the provider, the purchase has failed.
  const found = status === 'confirm' || late ? await provider.find(charge, ref) : undefined
  if (found && found.status !== 'confirm') return found
  if (late) return provider.cancel(charge, ref)
  return found ?? provider.charge(charge)
}

/**
 * Asks the provider for a refund and records the answer.
 * @param again whether to ask about a refund that has already succeeded, because a bank can return one days later
 */
export async function settleRefund(
  { database, provider, sendMail }: PaymentService,
  it: PendingRefund,
  again = false,
): Promise<void> {
  const asSeller = { as: 'system', account: it.seller } as const
  const refund = await inScope(database, asSeller, (tx) => findRefund(tx, it))
  if (!refund || !(refund.status === 'pending' || (again && refund.status === 'succeeded'))) return
  const { id: key, orderId, amount } = refund
  const charge = await inScope(database, asSeller, (tx) => findCharge(tx, it.seller, orderId))
  const answer = await provider.refund({ key, seller: it.seller, charge: charge?.ref ?? orderId, amount })
  if (answer === 'pending') return
  await inScope(database, asSeller, (tx) => applyRefundOutcome(tx, it, answer === 'succeeded', sendMail))
}

/** Settles the pending refunds of an order. */
export async function settleRefunds(
  paymentService: PaymentService,
  { seller, order }: OrderRef,
): Promise<void> {
  const found = await inScope(paymentService.database, { as: 'system', account: seller }, (tx) =>
    listRefundsOf(tx, { accountId: seller, id: order }),
  )
  for (const { id } of found) await settleRefund(paymentService, { seller, refund: id })
}

/**
 * Waits for `settling`. If it fails, the error is logged and a scheduled job settles the payment later; the caller
 * gets the current status.
 */
export const retryLater = (settling: Promise<void>): Promise<void> =>
  settling.catch((error) => logError('settle', error))

/** Once a minute, settles what a crash or an unavailable provider left unsettled. */
export const settlementWorker = (paymentService: PaymentService): JobWorker => ({
  queue: 'settle',
  retries: 0,
  schedule: '* * * * *',
  run: () => settleLeftovers(paymentService),
})

/** Settles each charge and refund separately, so that one which cannot be settled yet does not delay the others. */
export async function settleLeftovers(paymentService: PaymentService): Promise<void> {
  const { charges, refunds } = await serviceTransaction(paymentService.database, async (tx) => ({
    charges: await unsettledCharges(tx),
    refunds: await pendingRefunds(tx),
  }))
  for (const it of charges)
    await refreshCharge(paymentService, it).catch((error) => logError('settle', error))
  for (const it of refunds) await settleRefund(paymentService, it).catch((error) => logError('settle', error))
}

/** Expires cancellation requests that nobody answered within 48 hours. */
export const requestExpiryWorker = ({ database }: Pick<PaymentService, 'database'>): JobWorker => ({
  queue: 'lapse',
  retries: 0,
  schedule: '* * * * *',
  run: async () => {
    for (const { seller, request } of await serviceTransaction(database, dueRequests))
      await inScope(database, { as: 'system', account: seller }, (tx) => expireRequest(tx, seller, request))
  },
})
