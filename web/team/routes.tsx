import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../layout/page-loader.ts'
import { settingsRoute } from '../layout/root-routes.tsx'
import { membersQuery } from '../session/members-queries.ts'

export const teamRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'team',
  /** `?invitations=true` opens the pending invitations, for links from other pages. */
  validateSearch: (search: Record<string, unknown>): { invitations?: true } =>
    search.invitations === true ? { invitations: true } : {},
  loader: loadPage(({ account }) => [membersQuery(account)]),
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
})
