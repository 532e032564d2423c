import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Permission } from '../../src/permissions.ts'
import { type Answer, call, type Input } from '../api.ts'

export type Notice = Answer<'GET /me/notices'>['items'][number]
export type NoticeKind = Notice['kind']
export type NoticeChange = Input<'PATCH /me/notices'>['input']

/** What one must be allowed to do in an account to be told of it there. */
export const powers: Record<NoticeKind, Permission> = {
  messages: 'messages.reply',
  replies: 'money.spend',
  cancellations: 'cancellations.resolve',
  to_ship: 'orders.fulfill',
}

export const notices = queryOptions({
  queryKey: ['me', 'notices'],
  queryFn: () => call('GET /me/notices'),
})

/** Changes it at once; the bells ask anew. */
export function useNoticeChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: NoticeChange) => call('PATCH /me/notices', { input }),
    onSuccess: (changed) => {
      queries.setQueryData(notices.queryKey, changed)
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'needs' })
    },
  })
}
