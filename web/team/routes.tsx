import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settings } from '../shell/roots.tsx'

export const teamRoute = createRoute({
  getParentRoute: () => settings,
  path: 'team',
  /** `?invitations=true` opens the pending ones, so that other pages can lead there. */
  validateSearch: (search: Record<string, unknown>): { invitations?: true } =>
    search.invitations === true ? { invitations: true } : {},
  component: lazyRouteComponent(() => import('./page.tsx'), 'TeamPage'),
})
