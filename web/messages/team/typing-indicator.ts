import { useRef, useSyncExternalStore } from 'react'
import type { AccountEvent } from '#server-api'
import { callApi } from '../../data/api.ts'
import { useMe } from '../../session/me-queries.ts'
import type { ConversationApi } from '../conversation-api.ts'

/* Which members of the team are about to answer which conversation, from live events. */

/** Milliseconds for which a member counts as writing, and between two notices that this person writes. */
const believed = 6_000
const pauseMs = 3_000

type TypingEvent = Extract<AccountEvent, { type: 'replying' }>
type Writer = { person: string; name: string; timer: number }

const writers = new Map<string, Writer[]>()
const listeners = new Set<() => void>()
const nobody: Writer[] = []

function set(conversation: string, now: Writer[]) {
  writers.set(conversation, now)
  for (const listener of listeners) listener()
}

export function applyTypingEvent({ conversation, person, name }: TypingEvent) {
  clearTyping(conversation, person)
  const timer = window.setTimeout(() => clearTyping(conversation, person), believed)
  set(conversation, [...(writers.get(conversation) ?? nobody), { person, name, timer }])
}

/** Removes a member who has written or has stopped. */
export function clearTyping(conversation: string, person: string | undefined) {
  const now = writers.get(conversation) ?? nobody
  const there = now.find((writer) => writer.person === person)
  if (!there) return
  window.clearTimeout(there.timer)
  set(
    conversation,
    now.filter((writer) => writer !== there),
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The names of the other members who are about to answer. */
export function useTypingNames(conversation: string): string[] {
  const { person } = useMe()
  const now = useSyncExternalStore(subscribe, () => writers.get(conversation) ?? nobody)
  return now.filter((writer) => writer.person !== person.id).map(({ name }) => name)
}

/** Returns a function to call whenever something is typed. */
export function useSendTyping({ account, conversation }: ConversationApi) {
  const lastSentAt = useRef(0)
  return () => {
    if (Date.now() - lastSentAt.current < pauseMs) return
    lastSentAt.current = Date.now()
    callApi('POST /accounts/:account/conversations/:conversation/replying', {
      params: { account, conversation },
    }).catch(() => {})
  }
}
