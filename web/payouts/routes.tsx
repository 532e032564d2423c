import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settings } from '../shell/roots.tsx'

export const payoutsRoute = createRoute({
  getParentRoute: () => settings,
  path: 'payouts',
  staticData: { permission: 'payouts.manage' },
  component: lazyRouteComponent(() => import('./page.tsx'), 'PayoutsPage'),
})
