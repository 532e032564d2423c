import { useParams } from '@tanstack/react-router'
import { Fragment, useEffect } from 'react'
import { AccountContext } from '../session/account-context.ts'
import { rememberLastAccount } from '../session/last-account.ts'
import { useMe } from '../session/me-queries.ts'
import { ClosingAccountPage } from './closing-account-page.tsx'
import { DashboardFrame } from './dashboard-frame.tsx'
import { LiveStatus } from './live-status.tsx'
import { NoAccessPage } from './no-access-page.tsx'
import { RequirePermission } from './require-permission.tsx'
import { SearchDialog } from './search.tsx'

/**
 * The frame of all pages of an account. The account is looked up among those that the server lists for this person.
 * If it is not, or no longer, among them, the page says so, and nothing of the account stays on the screen; no other
 * account is shown instead.
 */
export function AccountFrame() {
  const { account: id } = useParams({ from: '/dashboard/$account' })
  const account = useMe().accounts.find((one) => one.id === id)
  useEffect(() => {
    if (account) rememberLastAccount(account.id)
  }, [account])
  if (!account) return <NoAccessPage id={id} />
  if (account.closing) return <ClosingAccountPage account={account} eraseAt={account.closing.eraseAt} />
  return (
    <AccountContext value={account}>
      <DashboardFrame account={account}>
        <Fragment key={account.id}>
          <LiveStatus account={account} />
          <RequirePermission />
        </Fragment>
      </DashboardFrame>
      <SearchDialog />
    </AccountContext>
  )
}
