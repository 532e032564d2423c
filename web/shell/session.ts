import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Permission } from '../../src/permissions.ts'
import { type Answer, call } from '../api.ts'

export type Me = Answer<'GET /me'>
export type Account = Me['accounts'][number]

/** Who is signed in, and every account they may act for with the role and permissions held there. */
export const me = queryOptions({ queryKey: ['me'], queryFn: () => call('GET /me'), staleTime: 60_000 })

/** The signed-in person; the dashboard's pages are only shown once this is known. */
export function useMe(): Me {
  const { data } = useQuery(me)
  if (!data) throw new Error('useMe is for pages inside the dashboard')
  return data
}

export const allows = (account: Account, permission: Permission) =>
  (account.permissions as readonly string[]).includes(permission)
