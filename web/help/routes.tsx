import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../layout/root-routes.tsx'

export const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help/team-permissions',
  component: lazyRouteComponent(() => import('./team-permissions-page.tsx'), 'TeamPermissionsPage'),
})
