import { queryClient } from '../../data/query-client.ts'
import { meQuery } from '../../session/me-queries.ts'
import type { ConversationApi, ConversationTopic } from '../conversation-api.ts'

/*
 * Texts that were written and that the server does not have yet. They are stored in this browser, for this person
 * only, until they sign out.
 */

const names = ['draft', 'outbox'] as const
type Name = (typeof names)[number]
type Of = Pick<ConversationApi, 'area' | 'account' | 'conversation'>

/**
 * Texts that the browser could not store, because its storage is full or disabled. They exist as long as the page.
 */
const unkept = new Map<string, string>()

const person = () => queryClient.getQueryData(meQuery.queryKey)?.person.id ?? ''

export const storageKey = (name: Name, { area, account, conversation }: Of) =>
  `stagedoor.${name}.${[person(), account, area, conversation].join(' ')}`

export const readStoredText = (name: string): string | null => unkept.get(name) ?? localStorage.getItem(name)

export function readStored<T>(name: string): T | undefined {
  try {
    return JSON.parse(readStoredText(name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function writeStored(name: string, value: object | undefined) {
  unkept.delete(name)
  if (!value) return localStorage.removeItem(name)
  const text = JSON.stringify(value)
  try {
    localStorage.setItem(name, text)
  } catch {
    unkept.set(name, text)
  }
}

const all = () => [...Object.keys(localStorage), ...unkept.keys()]

/** The conversations of this person and account with messages that wait to be sent. */
export const conversationsWithOutbox = (account: string): Of[] =>
  all()
    .filter((name) => name.startsWith(`stagedoor.outbox.${person()} ${account} `))
    .map((name) => {
      const [, , area, conversation] = name.split(' ')
      return { account, area: area as ConversationTopic, conversation: conversation ?? '' }
    })

/** Deletes all of it, before another person uses this browser. */
export function forgetStoredMessages() {
  for (const name of all())
    if (names.some((one) => name.startsWith(`stagedoor.${one}.`))) writeStored(name, undefined)
}
