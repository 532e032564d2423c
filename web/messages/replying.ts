import { useRef, useSyncExternalStore } from 'react'
import { call } from '../api.ts'
import { useMe } from '../shell/session.ts'
import type { Side } from './side.ts'

/* Who of the team is about to answer which conversation, as the server says it. */

/** Milliseconds for which it is believed, and between two times that one says it oneself. */
const believed = 6_000
const pace = 3_000

export type Replying = { type: 'replying'; conversation: string; person: string; name: string }
type Writer = { person: string; name: string; timer: number }

const writers = new Map<string, Writer[]>()
const listeners = new Set<() => void>()
const nobody: Writer[] = []

function set(conversation: string, now: Writer[]) {
  writers.set(conversation, now)
  for (const listener of listeners) listener()
}

export function heedReplying({ conversation, person, name }: Replying) {
  forgetReplying(conversation, person)
  const timer = window.setTimeout(() => forgetReplying(conversation, person), believed)
  set(conversation, [...(writers.get(conversation) ?? nobody), { person, name, timer }])
}

/** They have written, or they no longer do. */
export function forgetReplying(conversation: string, person: string | undefined) {
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

/** The names of the others who are about to answer. */
export function useReplying(conversation: string): string[] {
  const { person } = useMe()
  const now = useSyncExternalStore(subscribe, () => writers.get(conversation) ?? nobody)
  return now.filter((writer) => writer.person !== person.id).map(({ name }) => name)
}

/** To be called whenever something is typed. */
export function useTellReplying({ account, conversation }: Side) {
  const told = useRef(0)
  return () => {
    if (Date.now() - told.current < pace) return
    told.current = Date.now()
    call('POST /accounts/:account/conversations/:conversation/replying', {
      params: { account, conversation },
    }).catch(() => {})
  }
}
