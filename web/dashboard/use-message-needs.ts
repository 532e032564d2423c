import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { countsOf } from '../messages/queries.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { conversationsOf } from '../spending/conversations.ts'

/** `more`: there are at least as many, and no more were counted. `first`: where there is one alone. */
export type MessageNeed = { what: 'unread' | 'answered'; count: number; more: boolean; first?: string }

/** Customers whom nobody has read, whoever takes care of them; and shops that answered. */
export function useMessageNeeds() {
  const { id: account } = useAccount()
  const may = useMay()
  const unread = useQuery({ ...countsOf(account), enabled: may('messages.reply') })
  const shops = useInfiniteQuery({ ...conversationsOf(account), enabled: may('money.spend') })
  const latest = shops.data?.pages[0]
  const answered = latest?.items.filter((one) => one.unread) ?? []
  const needs: MessageNeed[] = []
  if (unread.data && unread.data.unread > 0) {
    const { unread: count, most } = unread.data
    needs.push({ what: 'unread', count, more: count >= most })
  }
  if (latest && answered[0]) {
    const count = answered.length
    needs.push({
      what: 'answered',
      count,
      more: latest.next !== null && count === latest.items.length,
      ...(count === 1 && { first: answered[0].id }),
    })
  }
  return { needs, isLoading: unread.isLoading || shops.isLoading }
}
