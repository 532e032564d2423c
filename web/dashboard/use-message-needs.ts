import { useQuery } from '@tanstack/react-query'
import { needsOf } from '../bell/needs.ts'
import { countsOf } from '../messages/queries.ts'
import { useAccount, useMay } from '../shell/account.ts'

/** `more`: there are at least as many, and no more were counted. `first`: where there is one alone. */
export type MessageNeed = { what: 'unread' | 'answered'; count: number; more: boolean; first?: string }

/** Customers whom nobody has read, whoever takes care of them; and shops that answered. */
export function useMessageNeeds() {
  const { id: account } = useAccount()
  const enabled = useMay()('messages.reply')
  const unread = useQuery({ ...countsOf(account), enabled })
  const bell = useQuery(needsOf(account))
  const replies = bell.data?.items.find(({ kind }) => kind === 'replies')
  const needs: MessageNeed[] = []
  if (unread.data && unread.data.unread > 0) {
    const { unread: count, most } = unread.data
    needs.push({ what: 'unread', count, more: count >= most })
  }
  if (replies && bell.data) {
    const { count, first } = replies
    needs.push({
      what: 'answered',
      count,
      more: count >= bell.data.most,
      ...(count === 1 && { first: first.id }),
    })
  }
  return { needs, isLoading: unread.isLoading || bell.isLoading }
}
