import { newIdempotencyKey } from '../data/idempotency-key.ts'
import type { CheckoutParams } from './checkout-params.ts'

/**
 * The idempotency key of a checkout. It is made once and kept in this tab, also across a reload, so that pressing the
 * button again after a lost connection does not buy twice. It is removed when the purchase is made or has failed.
 */
export function checkoutKey(account: string, ordering: CheckoutParams) {
  const name = `stagedoor.checkout ${account} ${JSON.stringify(ordering)}`
  return {
    read: () => {
      const key = sessionStorage.getItem(name) ?? newIdempotencyKey()
      sessionStorage.setItem(name, key)
      return key
    },
    forget: () => sessionStorage.removeItem(name),
  }
}
