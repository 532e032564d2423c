import { useInfiniteQuery } from '@tanstack/react-query'
import type { CancellationRequest } from '../orders/order-queries.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { openCancellationsQuery, ordersToShipQuery } from './home-queries.ts'

export type OrderTodo =
  | { what: 'request'; count: number; request: CancellationRequest }
  /** `more`: there are more than were counted. */
  | { what: 'toShip'; count: number; more: boolean }

/** Cancellation requests, for members who may answer them, and orders to ship. */
export function useOrderTodos(): OrderTodo[] {
  const { id } = useAccount()
  const may = useMay()
  const toShip = useInfiniteQuery({ ...ordersToShipQuery(id), enabled: may('orders.fulfill') })
  const asked = useInfiniteQuery({ ...openCancellationsQuery(id), enabled: may('cancellations.resolve') })
  const first = toShip.data?.pages[0]
  const requests = asked.data?.pages[0]?.items ?? []
  const todos: OrderTodo[] = requests.map((request) => ({ what: 'request', count: 1, request }))
  if (first && first.items.length > 0)
    todos.push({ what: 'toShip', count: first.items.length, more: first.next !== null })
  return todos
}
