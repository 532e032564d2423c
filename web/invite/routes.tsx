import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { storedInvitation } from '../identity/stored-invitation.ts'
import { rootRoute } from '../layout/root-routes.tsx'

/** The token is removed from the address and the history before anything is shown. The browser stores it. */
export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite',
  beforeLoad: ({ location }) => {
    if (!location.hash) return
    storedInvitation.keep(location.hash)
    throw redirect({ to: '/invite', replace: true })
  },
  loader: () => storedInvitation.read(),
  gcTime: 0,
  component: lazyRouteComponent(() => import('./invite-page.tsx'), 'InvitePage'),
})
