import { useInfiniteQuery } from '@tanstack/react-query'
import { type Permission, permissions } from '../../src/permissions.ts'
import { useAccount } from './account.ts'
import { membersOf } from './roster.ts'

/** Who can give somebody a permission here: those who manage the team; nobody but the Owner holds the Owner's. */
export function useGivers(permission: Permission) {
  const { id } = useAccount()
  const { data } = useInfiniteQuery(membersOf(id))
  const isOwnerAlone = permissions[permission].roles.length === 1
  const roles = isOwnerAlone ? ['owner'] : ['owner', 'admin']
  const members = data?.pages.flatMap(({ items }) => items) ?? []
  const people = members.filter(({ role }) => roles.includes(role)).map(({ name }) => name)
  return { people, isOwnerAlone }
}
