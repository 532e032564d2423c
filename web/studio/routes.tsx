import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../layout/page-loader.ts'
import { accountRoute } from '../layout/root-routes.tsx'
import { showQuery } from '../shows/show-queries.ts'

export const studioRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'shows/$show/studio',
  staticData: { permission: 'shows.host' },
  loader: loadPage<'show'>(({ account, show }) => [showQuery(account, show)]),
  component: lazyRouteComponent(() => import('./studio-page.tsx'), 'StudioPage'),
})
