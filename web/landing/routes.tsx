import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../shell/roots.tsx'

export const landingRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./page.tsx'), 'LandingPage'),
})
