import { useRouter } from '@tanstack/react-router'
import { type Account, hasPermission } from '../session/me-queries.ts'

/** Switches the tab to another account: to the same page if that account's role allows it, else to its home. */
export function useSwitchAccount() {
  const router = useRouter()
  return (next: Account) => {
    const page = router.state.matches.at(-1)
    const params = { account: next.id }
    const permission = page?.staticData.permission
    const isPageOfAnyAccount = page && Object.keys(page.params).every((name) => name === 'account')
    const mayOpen = isPageOfAnyAccount && (!permission || hasPermission(next, permission))
    if (!mayOpen || !('account' in page.params)) return router.navigate({ to: '/dashboard/$account', params })
    return router.navigate({ to: page.fullPath as '/dashboard/$account', params })
  }
}
