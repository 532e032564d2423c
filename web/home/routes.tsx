import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '../layout/root-routes.tsx'

export const homeRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})
