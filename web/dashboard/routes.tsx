import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'

export const homeRoute = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: lazyRouteComponent(() => import('./page.tsx'), 'HomePage'),
})
