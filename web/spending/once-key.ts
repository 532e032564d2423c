import { newKey } from '../shell/new-key.ts'
import type { Ordering } from './ordering.ts'

/**
 * The key under which a checkout buys: made once and kept in this tab, also over a reload, so that whoever presses
 * the button again after a lost connection does not buy twice. It goes when the purchase is made, or has failed.
 */
export function onceKey(account: string, ordering: Ordering) {
  const name = `stagedoor.checkout ${account} ${JSON.stringify(ordering)}`
  return {
    read: () => {
      const key = sessionStorage.getItem(name) ?? newKey()
      sessionStorage.setItem(name, key)
      return key
    },
    forget: () => sessionStorage.removeItem(name),
  }
}
