import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { pendingInvitation } from '../identity/pending-invitation.ts'
import { root } from '../shell/roots.tsx'

/** The link's token leaves the address (and the history) before anything is shown; the browser keeps it. */
export const inviteRoute = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  beforeLoad: ({ location }) => {
    if (!location.hash) return
    pendingInvitation.keep(location.hash)
    throw redirect({ to: '/invite', replace: true })
  },
  loader: () => pendingInvitation.read(),
  gcTime: 0,
  component: lazyRouteComponent(() => import('./page.tsx'), 'InvitePage'),
})
