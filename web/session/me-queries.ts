import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Permission } from '../../src/permissions.ts'
import { type Answer, callApi } from '../data/api.ts'
import { meKeys } from '../data/query-keys.ts'

export type Me = Answer<'GET /me'>
export type Account = Me['accounts'][number]

/** The signed-in person, and every account that they may act for, with their role and permissions. */
export const meQuery = queryOptions({
  queryKey: meKeys.one(),
  queryFn: () => callApi('GET /me'),
  staleTime: 60_000,
})

/** The signed-in person. The dashboard's pages are only shown once this is known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('useMe must be called on a page of the dashboard')
  return data
}

export const hasPermission = (account: Account, permission: Permission) =>
  (account.permissions as readonly string[]).includes(permission)
