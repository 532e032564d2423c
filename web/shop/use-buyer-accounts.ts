import { useState } from 'react'
import { lastAccount, rememberLastAccount } from '../session/last-account.ts'
import { hasPermission } from '../session/me-queries.ts'
import { useVisitor } from '../session/visitor.ts'

/**
 * The accounts for which a visitor may buy in a shop: those where their role has `money.spend`, except the shop
 * itself.
 */
export function useBuyerAccounts(shop: string | undefined) {
  const { person, accounts, known } = useVisitor()
  const [chosen, setChosen] = useState<string>()
  const buyers = accounts.filter(
    (account) => hasPermission(account, 'money.spend') && account.id !== shop && !account.closing,
  )
  return {
    known,
    isSignedIn: person !== null,
    /** The visitor's own membership in the shop. */
    own: accounts.find(({ id }) => id === shop),
    buyers,
    buyer: buyers.find(({ id }) => id === chosen) ?? lastAccount(buyers),
    choose: (id: string) => {
      setChosen(id)
      rememberLastAccount(id)
    },
  }
}

export type BuyerAccounts = ReturnType<typeof useBuyerAccounts>
