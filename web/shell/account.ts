import { createContext, useContext } from 'react'
import type { Permission } from '../../src/permissions.ts'
import { type Account, allows } from './session.ts'

/** The account this tab acts for: the one in its address. */
export const AccountContext = createContext<Account | undefined>(undefined)

export function useAccount(): Account {
  const account = useContext(AccountContext)
  if (!account) throw new Error('useAccount is for pages inside an account')
  return account
}

export function useMay() {
  const account = useAccount()
  return (permission: Permission) => allows(account, permission)
}
