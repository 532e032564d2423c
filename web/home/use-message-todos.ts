import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { buyerConversationsQuery } from '../messages/buyer/buyer-conversation-queries.ts'
import { inboxCountsQuery } from '../messages/team/inbox-queries.ts'
import { useAccount, useMay } from '../session/account-context.ts'

/** `more`: counting stopped at `count`. `first`: the id of the only one, if there is only one. */
export type MessageTodo = { what: 'unread' | 'answered'; count: number; more: boolean; first?: string }

/** Unread conversations with customers, regardless of who is assigned to them, and answers by shops. */
export function useMessageTodos(): MessageTodo[] {
  const { id: account } = useAccount()
  const may = useMay()
  const unread = useQuery({ ...inboxCountsQuery(account), enabled: may('messages.reply') })
  const shops = useInfiniteQuery({ ...buyerConversationsQuery(account), enabled: may('money.spend') })
  const latest = shops.data?.pages[0]
  const answered = latest?.items.filter((one) => one.unread) ?? []
  const todos: MessageTodo[] = []
  if (unread.data && unread.data.unread > 0) {
    const { unread: count, most } = unread.data
    todos.push({ what: 'unread', count, more: count >= most })
  }
  if (latest && answered[0]) {
    const count = answered.length
    todos.push({
      what: 'answered',
      count,
      more: latest.next !== null && count === latest.items.length,
      ...(count === 1 && { first: answered[0].id }),
    })
  }
  return todos
}
