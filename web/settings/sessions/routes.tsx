import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../../layout/page-loader.ts'
import { settingsRoute } from '../../layout/root-routes.tsx'
import { sessionsQuery } from './sessions-queries.ts'

export const sessionsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'sessions',
  loader: loadPage(() => [sessionsQuery]),
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
})
