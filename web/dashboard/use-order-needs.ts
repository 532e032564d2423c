import { useInfiniteQuery } from '@tanstack/react-query'
import { ordersOf, type Request, requestsOf } from '../orders/queries.ts'
import { useAccount, useMay } from '../shell/account.ts'

export type OrderNeed =
  | { what: 'request'; count: number; request: Request }
  /** `more`: there are more than are counted. */
  | { what: 'toShip'; count: number; more: boolean }

/** Buyers who wait for an answer, for those who may give it; and what is to be shipped. */
export function useOrderNeeds() {
  const { id } = useAccount()
  const may = useMay()
  const toShip = useInfiniteQuery({ ...ordersOf(id, { status: 'to_ship' }), enabled: may('orders.fulfill') })
  const asked = useInfiniteQuery({ ...requestsOf(id, 'open'), enabled: may('cancellations.resolve') })
  const first = toShip.data?.pages[0]
  const requests = asked.data?.pages[0]?.items ?? []
  const needs: OrderNeed[] = requests.map((request) => ({ what: 'request', count: 1, request }))
  if (first && first.items.length > 0)
    needs.push({ what: 'toShip', count: first.items.length, more: first.next !== null })
  return { needs, isLoading: toShip.isLoading || asked.isLoading }
}
