import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../../layout/page-loader.ts'
import { settingsRoute } from '../../layout/root-routes.tsx'
import { readActivityFilters } from './activity-filters.ts'
import { activityQuery } from './activity-queries.ts'

export const activityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'activity',
  staticData: { permission: 'team.manage' },
  validateSearch: readActivityFilters,
  loader: loadPage(({ account }, search) => [activityQuery(account, readActivityFilters(search))]),
  component: lazyRouteComponent(() => import('./activity-page.tsx'), 'ActivityPage'),
})
