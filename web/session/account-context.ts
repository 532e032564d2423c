import { createContext, useContext } from 'react'
import type { Permission } from '../../src/permissions.ts'
import { type Account, hasPermission } from './me-queries.ts'

/** The account that this tab acts for, which is the one in its address. */
export const AccountContext = createContext<Account | undefined>(undefined)

export function useAccount(): Account {
  const account = useContext(AccountContext)
  if (!account) throw new Error('useAccount must be called on a page of an account')
  return account
}

export function useMay() {
  const account = useAccount()
  return (permission: Permission) => hasPermission(account, permission)
}
