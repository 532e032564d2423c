import { useSyncExternalStore } from 'react'
import type { ConversationApi, OutgoingMessage } from '../conversation-api.ts'
import { readStored, readStoredText, storageKey, writeStored } from './browser-storage.ts'

type Of = Pick<ConversationApi, 'area' | 'account' | 'conversation'>

/** A submitted message that the server has not answered yet, or has refused. */
export type PendingMessage = OutgoingMessage & {
  at: string
  /** The last position of the thread when it was submitted. Its own entry has a higher one. */
  after: number
  /** For a photo: the tab that has it. */
  tab?: string
  /** Set after an attempt at which the server was unavailable. */
  isLate?: boolean
  refused?: { code: string; message: string; by?: string } | undefined
}

const listeners = new Set<() => void>()
const none: PendingMessage[] = []
/** What was last read for each conversation, so that unchanged items keep their identity. */
const known = new Map<string, { text: string | null; items: PendingMessage[] }>()

export function pendingMessages(of: Of): PendingMessage[] {
  const name = storageKey('outbox', of)
  const text = readStoredText(name)
  const before = known.get(name)
  if (before && before.text === text) return before.items
  const items = readStored<PendingMessage[]>(name) ?? none
  known.set(name, { text, items })
  return items
}

/** Reads the messages again directly before changing them, since another tab may have changed them. */
export function updatePendingMessages(of: Of, change: (now: PendingMessage[]) => PendingMessage[]) {
  const after = change(pendingMessages(of))
  writeStored(storageKey('outbox', of), after.length > 0 ? after : undefined)
  for (const listener of listeners) listener()
}

export const updatePendingMessage = (of: Of, key: string, changed: Partial<PendingMessage>) =>
  updatePendingMessages(of, (now) => now.map((one) => (one.key === key ? { ...one, ...changed } : one)))

export const removePendingMessage = (of: Of, key: string) =>
  updatePendingMessages(of, (now) => now.filter((one) => one.key !== key))

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export const usePendingMessages = (of: Of) => useSyncExternalStore(subscribe, () => pendingMessages(of))
