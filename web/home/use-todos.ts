import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { isLowStock, type Product } from '../inventory/product-queries.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { useMe } from '../session/me-queries.ts'
import { membersQuery } from '../session/members-queries.ts'
import { type Invitation, pendingInvitationsQuery } from '../team/invitation-queries.ts'
import { activeProductsQuery, soldOutProductsQuery } from './home-queries.ts'
import { type MessageTodo, useMessageTodos } from './use-message-todos.ts'
import { type OrderTodo, useOrderTodos } from './use-order-todos.ts'

export type Todo =
  | OrderTodo
  | MessageTodo
  | { what: 'soldOut'; count: number }
  | { what: 'low'; count: number; first: Product }
  | { what: 'expired' | 'undelivered' | 'pending'; count: number }
export type FirstStep = 'product' | 'invite' | 'twoFactor'

/**
 * Everything in this account that the person may act on, the most urgent first. The page's loader has waited for all of
 * it; what the role does not permit is not asked for.
 */
export function useTodos() {
  const orders = useOrderTodos()
  const messages = useMessageTodos()
  const shop = useShop()
  const team = useTeam()
  const { person } = useMe()
  const { role } = useAccount()
  const steps: FirstStep[] = []
  if (shop.isEmpty) steps.push('product')
  if (team.isAlone) steps.push('invite')
  if (role === 'owner' && !person.twoFactor) steps.push('twoFactor')
  return {
    todos: [...orders, ...messages, ...shop.todos, ...team.todos],
    steps,
  }
}

function useShop() {
  const { id } = useAccount()
  const enabled = useMay()('inventory.manage')
  const soldOut = useInfiniteQuery({ ...soldOutProductsQuery(id), enabled })
  const active = useInfiniteQuery({ ...activeProductsQuery(id), enabled })
  const empty = soldOut.data?.pages[0]?.items ?? []
  const low = (active.data?.pages[0]?.items ?? []).filter(isLowStock)
  const todos: Todo[] = []
  if (empty.length > 0) todos.push({ what: 'soldOut', count: empty.length })
  if (low[0]) todos.push({ what: 'low', count: low.length, first: low[0] })
  const isKnown = soldOut.data && active.data
  const isEmpty = isKnown !== undefined && empty.length === 0 && active.data?.pages[0]?.items.length === 0
  return { todos, isEmpty }
}

function useTeam() {
  const { id } = useAccount()
  const enabled = useMay()('team.manage')
  const invitations = useQuery({ ...pendingInvitationsQuery(id), enabled })
  const members = useInfiniteQuery({ ...membersQuery(id), enabled })
  const items = invitations.data?.items ?? []
  const isAlone = items.length === 0 && members.data?.pages[0]?.items.length === 1
  return { todos: invitationTodos(items), isAlone }
}

function invitationTodos(items: Invitation[]): Todo[] {
  const expired = items.filter(({ status }) => status === 'expired').length
  const undelivered = items.filter(({ delivery }) => delivery?.state === 'failed').length
  const pending = items.length - expired
  const all = [
    { what: 'undelivered', count: undelivered },
    { what: 'expired', count: expired },
    { what: 'pending', count: pending },
  ] as const
  return all.filter(({ count }) => count > 0)
}
