import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'

export const studioRoute = createRoute({
  getParentRoute: () => account,
  path: 'shows/$show/studio',
  staticData: { permission: 'shows.host' },
  component: lazyRouteComponent(() => import('./page.tsx'), 'StudioPage'),
})
