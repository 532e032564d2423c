import { newKey } from '../shell/new-key.ts'

/* The tabs of a browser share what waits to be sent: one of them sends at a time, and a photo is left to the tab that has it. */

/** Where the address is not secure there are none: each tab is for itself. */
const locks: LockManager | undefined = navigator.locks

/** This page, and no other: not even itself once it is loaded anew. */
export const thisTab = newKey()
const nameOf = (tab: string) => `stagedoor.tab.${tab}`
void locks?.request(nameOf(thisTab), () => new Promise(() => {}))

/** Does it while no other tab does anything under that name. */
export const alone = <T>(name: string, act: () => Promise<T>): Promise<T> =>
  locks ? locks.request(`stagedoor.${name}`, act) : act()

/** Whether it is another tab, and still there. */
export async function isOtherTab(tab: string | undefined): Promise<boolean> {
  if (!locks || !tab || tab === thisTab) return false
  const { held = [] } = await locks.query()
  return held.some(({ name }) => name === nameOf(tab))
}

const awaited = new Map<string, Promise<void>>()

/** Resolves when the tab is gone. */
export function whenGone(tab: string): Promise<void> {
  const gone = awaited.get(tab) ?? Promise.resolve(locks?.request(nameOf(tab), { mode: 'shared' }, () => {}))
  awaited.set(tab, gone)
  return gone
}
