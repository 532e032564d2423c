import { createRouter } from '@tanstack/react-router'
import { accountRoute } from './account/routes.tsx'
import { activityRoute } from './activity/routes.tsx'
import { homeRoute } from './dashboard/routes.tsx'
import { exploreRoutes } from './explore/routes.tsx'
import { helpRoute } from './help/routes.tsx'
import { identityRoutes } from './identity/routes.tsx'
import { inventoryRoutes } from './inventory/routes.tsx'
import { inviteRoute } from './invite/routes.tsx'
import { landingRoute } from './landing/routes.tsx'
import { messageRoutes } from './messages/routes.tsx'
import { noticesRoute } from './notices/routes.tsx'
import { orderRoutes } from './orders/routes.tsx'
import { paymentsRoute } from './payments/routes.tsx'
import { payoutsRoute } from './payouts/routes.tsx'
import { reportRoutes } from './reports/routes.tsx'
import { sessionsRoute } from './sessions/routes.tsx'
import { account, dashboard, root, settings, settingsIndex, shellRoutes } from './shell/roots.tsx'
import { shopRoutes } from './shop/routes.tsx'
import { showRoutes } from './shows/routes.tsx'
import { spendingRoutes } from './spending/routes.tsx'
import { studioRoute } from './studio/routes.tsx'
import { teamRoute } from './team/routes.tsx'

const settingsTree = settings.addChildren([
  settingsIndex,
  teamRoute,
  accountRoute,
  paymentsRoute,
  payoutsRoute,
  noticesRoute,
  sessionsRoute,
  activityRoute,
])
const accountTree = account.addChildren([
  homeRoute,
  ...showRoutes,
  studioRoute,
  ...inventoryRoutes,
  ...orderRoutes,
  ...messageRoutes,
  reportRoutes,
  ...spendingRoutes,
  settingsTree,
])

const publicRoutes = [
  landingRoute,
  helpRoute,
  inviteRoute,
  ...shopRoutes,
  ...exploreRoutes,
  ...identityRoutes,
] as const
const routeTree = root.addChildren([...publicRoutes, dashboard.addChildren([...shellRoutes, accountTree])])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
