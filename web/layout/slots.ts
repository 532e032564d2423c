import { type ComponentType, createContext, type ReactNode, use } from 'react'
import type { Account } from '../session/me-queries.ts'
import type { navigationItems } from './navigation-items.ts'

type Key = (typeof navigationItems)[number]['key']

/**
 * The components that other rooms put into the frame around their pages. The frame imports none of these rooms:
 * main.tsx provides the components.
 */
export type Slots = {
  /** In the header: the bell with the notifications. */
  Bell: ComponentType<{ account: Account }>
  /** In the navigation: the number of things that wait on a page. Renders nothing if it is 0. */
  counts: Partial<Record<Key, ComponentType>>
  /** Around a page's icon, where there is no room for a number: a mark if something waits. */
  marks: Partial<Record<Key, ComponentType<{ children: ReactNode }>>>
  /** Handlers of live events that the frame does not handle itself, by the event's type. */
  onEvent: Record<string, (event: never) => void>
  /** Called each time that the account's live connection opens. */
  onConnected(account: string): void
  onSignedOut(): void
}

const SlotsContext = createContext<Slots | undefined>(undefined)
export const SlotsProvider = SlotsContext.Provider

/** @throws Error outside of a SlotsProvider */
export function useSlots(): Slots {
  const slots = use(SlotsContext)
  if (!slots) throw new Error('useSlots needs a SlotsProvider around it')
  return slots
}
