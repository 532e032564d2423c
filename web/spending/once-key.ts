import type { Ordering } from './ordering.ts'

const made = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')

/**
 * The key under which a checkout buys: made once and kept in this tab, also over a reload, so that whoever presses
 * the button again after a lost connection does not buy twice. It goes when the purchase is made, or has failed.
 */
export function onceKey(account: string, ordering: Ordering) {
  const name = `stagedoor.checkout ${account} ${JSON.stringify(ordering)}`
  return {
    read: () => {
      const key = sessionStorage.getItem(name) ?? made()
      sessionStorage.setItem(name, key)
      return key
    },
    forget: () => sessionStorage.removeItem(name),
  }
}
