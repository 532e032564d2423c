import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { findPurchase } from '../orders/purchases.ts'
import { type OrderRef, type PaymentService, refreshCharge, retryLater } from '../orders/settlement.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'

/**
 * Asks the provider about the charge, then answers with the purchase.
 * @throws Refusal payment_declined
 */
export async function purchaseResult(paymentService: PaymentService, ref: OrderRef, actor: Actor) {
  await retryLater(refreshCharge(paymentService, ref))
  const scope = scopeOf(actor)
  const purchase = await inScope(paymentService.database, scope, (db) => findPurchase(db, actor, ref.order))
  if (purchase.failure)
    throw new Refusal('payment_declined', { decline: purchase.failure, purchase: ref.order })
  return purchase
}
