import { useSyncExternalStore } from 'react'
import { nameOf, read, textOf, write } from './kept.ts'
import type { Said, Side } from './side.ts'

type Of = Pick<Side, 'area' | 'account' | 'conversation'>

/** Something submitted that the server has not answered yet, or has refused. */
export type Pending = Said & {
  at: string
  /** The last place of the thread when it was submitted: its own will be after it. */
  after: number
  /** Of a photo: the tab that has it. */
  tab?: string
  /** The server was away when it was tried. */
  isLate?: boolean
  refused?: { code: string; message: string; by?: string } | undefined
}

const listeners = new Set<() => void>()
const none: Pending[] = []
/** What was read last of each, so that what has not changed is the same. */
const known = new Map<string, { text: string | null; items: Pending[] }>()

export function pendingOf(of: Of): Pending[] {
  const name = nameOf('outbox', of)
  const text = textOf(name)
  const before = known.get(name)
  if (before && before.text === text) return before.items
  const items = read<Pending[]>(name) ?? none
  known.set(name, { text, items })
  return items
}

/** Read anew just before it is changed: another tab may have changed it. */
export function changePending(of: Of, change: (now: Pending[]) => Pending[]) {
  const after = change(pendingOf(of))
  write(nameOf('outbox', of), after.length > 0 ? after : undefined)
  for (const listener of listeners) listener()
}

export const alter = (of: Of, key: string, changed: Partial<Pending>) =>
  changePending(of, (now) => now.map((one) => (one.key === key ? { ...one, ...changed } : one)))

export const drop = (of: Of, key: string) => changePending(of, (now) => now.filter((one) => one.key !== key))

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export const usePending = (of: Of) => useSyncExternalStore(subscribe, () => pendingOf(of))
