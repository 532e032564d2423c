import { client } from '../client.ts'
import { me } from '../shell/session.ts'
import type { Area, Side } from './side.ts'

/* What a person wrote and nobody has yet: kept in this browser, for them and nobody else, until they sign out. */

const names = ['draft', 'outbox'] as const
type Name = (typeof names)[number]
type Of = Pick<Side, 'area' | 'account' | 'conversation'>

const person = () => client.getQueryData(me.queryKey)?.person.id ?? ''

export const nameOf = (name: Name, { area, account, conversation }: Of) =>
  `stagedoor.${name}.${[person(), account, area, conversation].join(' ')}`

export function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function write(name: string, value: object | undefined) {
  try {
    if (value) localStorage.setItem(name, JSON.stringify(value))
    else localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing, or is full: what is written lives as long as the page.
  }
}

/** The conversations of this person and account in which something waits to be sent. */
export const waitingOf = (account: string): Of[] =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(`stagedoor.outbox.${person()} ${account} `))
    .map((name) => {
      const [, , area, conversation] = name.split(' ')
      return { account, area: area as Area, conversation: conversation ?? '' }
    })

/** Before the next person sits down here. */
export function forgetWritten() {
  for (const name of Object.keys(localStorage))
    if (names.some((one) => name.startsWith(`stagedoor.${one}.`))) localStorage.removeItem(name)
}
