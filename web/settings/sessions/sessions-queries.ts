import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../../data/api.ts'
import { meKeys } from '../../data/query-keys.ts'

export type Session = Answer<'GET /me/sessions'>['items'][number]

export const sessionsQuery = queryOptions({
  queryKey: meKeys.sessions(),
  queryFn: () => callApi('GET /me/sessions'),
})
