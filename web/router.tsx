import { createRouter } from '@tanstack/react-router'
import { queryClient } from './data/query-client.ts'
import { exploreRoutes } from './explore/routes.tsx'
import { helpRoute } from './help/routes.tsx'
import { homeRoute } from './home/routes.tsx'
import { identityRoutes } from './identity/routes.tsx'
import { inventoryRoutes } from './inventory/routes.tsx'
import { inviteRoute } from './invite/routes.tsx'
import { landingRoute } from './landing/routes.tsx'
import { PageError } from './layout/page-error.tsx'
import { PagePending } from './layout/page-pending.tsx'
import {
  accountRoute,
  dashboardRoute,
  lastAccountRoutes,
  rootRoute,
  settingsIndexRoute,
  settingsRoute,
} from './layout/root-routes.tsx'
import { messageRoutes } from './messages/team/routes.tsx'
import { orderRoutes } from './orders/routes.tsx'
import { reportRoutes } from './reports/routes.tsx'
import { accountSettingsRoute } from './settings/account/routes.tsx'
import { activityRoute } from './settings/activity/routes.tsx'
import { notificationSettingsRoute } from './settings/notifications/routes.tsx'
import { paymentMethodsRoute } from './settings/payments/routes.tsx'
import { payoutsRoute } from './settings/payouts/routes.tsx'
import { sessionsRoute } from './settings/sessions/routes.tsx'
import { shopRoutes } from './shop/routes.tsx'
import { showRoutes } from './shows/routes.tsx'
import { spendingRoutes } from './spending/routes.tsx'
import { studioRoute } from './studio/routes.tsx'
import { teamRoute } from './team/routes.tsx'

const settingsTree = settingsRoute.addChildren([
  settingsIndexRoute,
  teamRoute,
  accountSettingsRoute,
  paymentMethodsRoute,
  payoutsRoute,
  notificationSettingsRoute,
  sessionsRoute,
  activityRoute,
])
const accountTree = accountRoute.addChildren([
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
const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  dashboardRoute.addChildren([...lastAccountRoutes, accountTree]),
])

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: PagePending,
  defaultPendingMs: 200,
  defaultPendingMinMs: 200,
  defaultErrorComponent: PageError,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
