import { queryOptions } from '@tanstack/react-query'
import { queryClient } from '../../data/query-client.ts'
import { threadKey } from '../../data/query-keys.ts'
import type { ConversationApi, ConversationEntry } from '../conversation-api.ts'
import { lastPosition, mergeEntries, type EntryThread as Of } from './merge-entries.ts'

export type ConversationThread = Of<ConversationEntry>

const cachedThread = (side: ConversationApi) => queryClient.getQueryData<ConversationThread>(threadKey(side))

/** The entries of a conversation: at first the latest, and then those after the last known one. */
export const threadQuery = (side: ConversationApi) =>
  queryOptions({ queryKey: threadKey(side), queryFn: () => sync(side), structuralSharing: false })

/** Each answer is stored when it arrives, so that none is lost when another request overtakes it. */
async function sync(side: ConversationApi): Promise<ConversationThread> {
  let thread = cachedThread(side)
  if (!thread) {
    const { items, next } = await side.read({})
    return storeEntries(side, items, next)
  }
  for (let next: string | null = ''; next !== null; ) {
    const answer = await side.read({ since: lastPosition(thread) })
    thread = storeEntries(side, answer.items)
    next = answer.next
  }
  return thread
}

/** Merges entries into the current thread. Entries that it already contains stay as they are. */
export function storeEntries(
  side: ConversationApi,
  items: ConversationEntry[],
  older?: string | null,
): ConversationThread {
  const after = mergeEntries(cachedThread(side), items, older)
  queryClient.setQueryData(threadKey(side), after)
  return after
}

/** Stores one's own entry from the server's answer. Entries before it that are missing are fetched first. */
export async function storeOwnEntry(side: ConversationApi, entry: ConversationEntry): Promise<void> {
  const thread = cachedThread(side)
  if (!thread) return
  if (entry.position <= lastPosition(thread) + 1) storeEntries(side, [entry])
  else await queryClient.refetchQueries({ queryKey: threadKey(side) })
}

/** Fetches the entries before the earliest one. */
export async function loadOlderEntries(side: ConversationApi): Promise<void> {
  const after = cachedThread(side)?.older
  if (!after) return
  const { items, next } = await side.read({ after })
  storeEntries(side, items, next)
}

/** The last position of the thread, and the number of its last message. */
export function threadEnd(side: ConversationApi): { position: number; number: number } {
  const thread = cachedThread(side)
  const number = thread?.items.findLast((entry) => entry.number !== null)?.number ?? 0
  return { position: lastPosition(thread), number }
}
