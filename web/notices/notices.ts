import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, call, type Input } from '../api.ts'

export type Notice = Answer<'GET /me/notices'>['items'][number]
export type NoticeChange = Input<'PATCH /me/notices'>['input']

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
