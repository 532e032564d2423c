import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { within } from '../ground/scope.ts'
import * as purchases from '../orders/purchases.ts'
import { type OrderRef, orLater, settleCharge, type Till } from '../orders/settling.ts'

/** How a purchase stands once its charge was asked for. @throws Refusal payment_declined */
export async function settledPurchase(till: Till, ref: OrderRef, actor: Actor) {
  await orLater(settleCharge(till, ref))
  const scope = { as: 'account', account: actor.account, person: actor.person } as const
  const purchase = await within(till.database, scope, (db) => purchases.find(db, actor, ref.order))
  if (purchase.failure)
    throw new Refusal('payment_declined', { decline: purchase.failure, purchase: ref.order })
  return purchase
}
