import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settings } from '../shell/roots.tsx'

export const accountRoute = createRoute({
  getParentRoute: () => settings,
  path: 'account',
  component: lazyRouteComponent(() => import('./page.tsx'), 'AccountPage'),
})
