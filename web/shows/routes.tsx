import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'
import { readFilters } from './filters.ts'

const staticData = { permission: 'shows.manage' } as const

const frame = createRoute({
  getParentRoute: () => account,
  path: 'shows/$show',
  component: lazyRouteComponent(() => import('./show-frame.tsx'), 'ShowFrame'),
})

const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'products',
    component: lazyRouteComponent(() => import('./products-page.tsx'), 'LineupPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'shipments',
    component: lazyRouteComponent(() => import('./shipments-page.tsx'), 'ShowShipmentsPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'report',
    staticData: { permission: 'reports.view' },
    component: lazyRouteComponent(() => import('./report-page.tsx'), 'ShowReportPage'),
  }),
] as const

/** The list and a show’s pages are every member’s; planning is for those who may. */
export const showRoutes = [
  createRoute({
    getParentRoute: () => account,
    path: 'shows',
    validateSearch: readFilters,
    component: lazyRouteComponent(() => import('./list-page.tsx'), 'ShowsPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'shows/new',
    staticData,
    component: lazyRouteComponent(() => import('./new-page.tsx'), 'NewShowPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'shows/$show/edit',
    staticData,
    component: lazyRouteComponent(() => import('./edit-page.tsx'), 'EditShowPage'),
  }),
  frame.addChildren(tabs),
] as const
