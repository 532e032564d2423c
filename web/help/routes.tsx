import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../shell/roots.tsx'

export const helpRoute = createRoute({
  getParentRoute: () => root,
  path: '/help/team-permissions',
  component: lazyRouteComponent(() => import('./page.tsx'), 'TeamPermissionsPage'),
})
