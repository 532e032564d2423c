import { useParams } from '@tanstack/react-router'
import { Fragment, useEffect } from 'react'
import { AccountContext } from './account.ts'
import { ClosingPage } from './closing-page.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Frame } from './frame.tsx'
import { rememberAccount } from './last-account.ts'
import { LiveLine } from './live-line.tsx'
import { Permitted } from './permitted.tsx'
import { Search } from './search.tsx'
import { useMe } from './session.ts'

/**
 * Everything below an account's address. The account is looked up among those the server says this person has;
 * when it is not there (any more), the page says so and nothing of it stays: there is no falling back.
 */
export function AccountFrame() {
  const { account: id } = useParams({ from: '/dashboard/$account' })
  const account = useMe().accounts.find((one) => one.id === id)
  useEffect(() => {
    if (account) rememberAccount(account.id)
  }, [account])
  if (!account) return <Elsewhere id={id} />
  if (account.closing) return <ClosingPage account={account} eraseAt={account.closing.eraseAt} />
  return (
    <AccountContext value={account}>
      <Frame account={account}>
        <Fragment key={account.id}>
          <LiveLine account={account} />
          <Permitted />
        </Fragment>
      </Frame>
      <Search />
    </AccountContext>
  )
}
