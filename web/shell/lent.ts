import type { ComponentType, ReactNode } from 'react'
import type { pages } from './pages.ts'
import type { Account } from './session.ts'

type Key = (typeof pages)[number]['key']

/** What areas lend to the frame around their pages, which knows none of them: put in once, by lending.ts. */
export type Lent = {
  /** In the header: what needs the person. */
  Bell?: ComponentType<{ account: Account }>
  /** How much waits in a page; nothing where nothing does. */
  waiting: Partial<Record<Key, ComponentType>>
  /** The same around a page's sign, where there is no room for a number. */
  marks: Partial<Record<Key, ComponentType<{ children: ReactNode }>>>
  /** What the server pushes besides what the frame heeds itself, by its type. */
  heard: Record<string, (event: never) => void>
  /** The account is connected, again or for the first time. */
  connected?: (account: string) => void
  signedOut?: () => void
}

export const lent: Lent = { waiting: {}, marks: {}, heard: {} }
