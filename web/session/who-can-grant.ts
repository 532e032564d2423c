import { useInfiniteQuery } from '@tanstack/react-query'
import { type Permission, permissions } from '../../src/permissions.ts'
import { useAccount } from './account-context.ts'
import { membersQuery } from './members-queries.ts'

/**
 * The people who can grant a permission: those who manage the team. A permission that only the Owner has cannot be
 * granted.
 */
export function useWhoCanGrant(permission: Permission) {
  const { id } = useAccount()
  const { data } = useInfiniteQuery(membersQuery(id))
  const isOwnerAlone = permissions[permission].roles.length === 1
  const roles = isOwnerAlone ? ['owner'] : ['owner', 'admin']
  const members = data?.pages.flatMap(({ items }) => items) ?? []
  const people = members.filter(({ role }) => roles.includes(role)).map(({ name }) => name)
  return { people, isOwnerAlone }
}
