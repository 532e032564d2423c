import { useState } from 'react'
import { useVisitor } from '../identity/session.ts'
import { lastAccount, rememberAccount } from '../shell/last-account.ts'
import { allows } from '../shell/session.ts'

/** For which of their accounts a visitor may buy in a shop: where their role holds `money.spend`, and never itself. */
export function useBuyers(shop: string | undefined) {
  const { person, accounts, known } = useVisitor()
  const [chosen, setChosen] = useState<string>()
  const buyers = accounts.filter(
    (account) => allows(account, 'money.spend') && account.id !== shop && !account.closing,
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
      rememberAccount(id)
    },
  }
}

export type Buyers = ReturnType<typeof useBuyers>
