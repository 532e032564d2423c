import { client } from '../client.ts'
import { me } from '../shell/session.ts'
import type { Area, Side } from './side.ts'

/* What a person wrote and nobody has yet: kept in this browser, for them and nobody else, until they sign out. */

const names = ['draft', 'outbox'] as const
type Name = (typeof names)[number]
type Of = Pick<Side, 'area' | 'account' | 'conversation'>

/** What the browser would not keep, because it is full or keeps nothing: it lives as long as the page. */
const unkept = new Map<string, string>()

const person = () => client.getQueryData(me.queryKey)?.person.id ?? ''

export const nameOf = (name: Name, { area, account, conversation }: Of) =>
  `stagedoor.${name}.${[person(), account, area, conversation].join(' ')}`

export const textOf = (name: string): string | null => unkept.get(name) ?? localStorage.getItem(name)

export function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(textOf(name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function write(name: string, value: object | undefined) {
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

/** The conversations of this person and account in which something waits to be sent. */
export const waitingOf = (account: string): Of[] =>
  all()
    .filter((name) => name.startsWith(`stagedoor.outbox.${person()} ${account} `))
    .map((name) => {
      const [, , area, conversation] = name.split(' ')
      return { account, area: area as Area, conversation: conversation ?? '' }
    })

/** Before the next person sits down here. */
export function forgetWritten() {
  for (const name of all())
    if (names.some((one) => name.startsWith(`stagedoor.${one}.`))) write(name, undefined)
}
