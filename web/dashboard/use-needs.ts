import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { isLow, type Product, productsOf } from '../inventory/products.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { membersOf } from '../shell/roster.ts'
import { useMe } from '../shell/session.ts'
import { type Invitation, pendingOf } from '../team/invitations.ts'
import { type MessageNeed, useMessageNeeds } from './use-message-needs.ts'
import { type OrderNeed, useOrderNeeds } from './use-order-needs.ts'

export type Need =
  | OrderNeed
  | MessageNeed
  | { what: 'soldOut'; count: number }
  | { what: 'low'; count: number; first: Product }
  | { what: 'expired' | 'undelivered' | 'pending'; count: number }
export type Step = 'product' | 'invite' | 'twoFactor'

/** Everything that waits for this person in this account, the most urgent first, as far as their role reaches. */
export function useNeeds() {
  const orders = useOrderNeeds()
  const messages = useMessageNeeds()
  const shop = useShop()
  const team = useTeam()
  const { person } = useMe()
  const { role } = useAccount()
  const steps: Step[] = []
  if (shop.isEmpty) steps.push('product')
  if (team.isAlone) steps.push('invite')
  if (role === 'owner' && !person.twoFactor) steps.push('twoFactor')
  return {
    isLoading: orders.isLoading || messages.isLoading || shop.isLoading || team.isLoading,
    needs: [...orders.needs, ...messages.needs, ...shop.needs, ...team.needs],
    steps,
  }
}

function useShop() {
  const { id } = useAccount()
  const enabled = useMay()('inventory.manage')
  const soldOut = useInfiniteQuery({ ...productsOf(id, { status: 'sold_out' }), enabled })
  const active = useInfiniteQuery({ ...productsOf(id, { status: 'active' }), enabled })
  const gone = soldOut.data?.pages[0]?.items ?? []
  const low = (active.data?.pages[0]?.items ?? []).filter(isLow)
  const needs: Need[] = []
  if (gone.length > 0) needs.push({ what: 'soldOut', count: gone.length })
  if (low[0]) needs.push({ what: 'low', count: low.length, first: low[0] })
  const isKnown = soldOut.data && active.data
  const isEmpty = isKnown !== undefined && gone.length === 0 && active.data?.pages[0]?.items.length === 0
  return { needs, isEmpty, isLoading: soldOut.isLoading || active.isLoading }
}

function useTeam() {
  const { id } = useAccount()
  const enabled = useMay()('team.manage')
  const invitations = useQuery({ ...pendingOf(id), enabled })
  const members = useInfiniteQuery({ ...membersOf(id), enabled })
  const items = invitations.data?.items ?? []
  const isAlone = items.length === 0 && members.data?.pages[0]?.items.length === 1
  return { needs: needsOf(items), isAlone, isLoading: invitations.isLoading || members.isLoading }
}

function needsOf(items: Invitation[]): Need[] {
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
