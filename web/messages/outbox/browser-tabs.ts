import { newIdempotencyKey } from '../../data/idempotency-key.ts'

/* The tabs of a browser share an outbox. One of them sends at a time, and a photo is sent by the tab that has it. */

/** Locks exist only at secure addresses. Without them, each tab sends for itself. */
const locks: LockManager | undefined = navigator.locks

/** The id of this page. A reload gets another one. */
export const thisTabId = newIdempotencyKey()
const nameOf = (tab: string) => `stagedoor.tab.${tab}`
void locks?.request(nameOf(thisTabId), () => new Promise(() => {}))

/** Runs `act` while no other tab runs anything under this name. */
export const withTabLock = <T>(name: string, act: () => Promise<T>): Promise<T> =>
  locks ? locks.request(`stagedoor.${name}`, act) : act()

/** Whether the id belongs to another tab that is still open. */
export async function isOtherOpenTab(tab: string | undefined): Promise<boolean> {
  if (!locks || !tab || tab === thisTabId) return false
  const { held = [] } = await locks.query()
  return held.some(({ name }) => name === nameOf(tab))
}

const awaited = new Map<string, Promise<void>>()

/** Resolves when the tab is closed. */
export function whenTabCloses(tab: string): Promise<void> {
  const gone = awaited.get(tab) ?? Promise.resolve(locks?.request(nameOf(tab), { mode: 'shared' }, () => {}))
  awaited.set(tab, gone)
  return gone
}
