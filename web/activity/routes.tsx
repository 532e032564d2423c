import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settings } from '../shell/roots.tsx'
import { readFilters } from './filters.ts'

export const activityRoute = createRoute({
  getParentRoute: () => settings,
  path: 'activity',
  staticData: { permission: 'team.manage' },
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./page.tsx'), 'ActivityPage'),
})
