import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../layout/page-loader.ts'
import { accountRoute } from '../layout/root-routes.tsx'
import { readShowFilters } from './show-filters.ts'
import { lineupQuery, showQuery, showReportQuery, showShipmentsQuery } from './show-queries.ts'

const staticData = { permission: 'shows.manage' } as const

const frame = createRoute({
  getParentRoute: () => accountRoute,
  path: 'shows/$show',
  loader: loadPage<'show'>(({ account, show }) => [showQuery(account, show)]),
  component: lazyRouteComponent(() => import('./show-frame.tsx'), 'ShowFrame'),
})

const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    component: lazyRouteComponent(() => import('./show-overview-page.tsx'), 'ShowOverviewPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'products',
    loader: loadPage<'show'>(({ account, show }) => [lineupQuery(account, show)]),
    component: lazyRouteComponent(() => import('./lineup-page.tsx'), 'LineupPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'shipments',
    loader: loadPage<'show'>(({ account, show }) => [showShipmentsQuery(account, show)]),
    component: lazyRouteComponent(() => import('./show-shipments-page.tsx'), 'ShowShipmentsPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'report',
    staticData: { permission: 'reports.view' },
    loader: loadPage<'show'>(({ account, show }) => [showReportQuery(account, show)]),
    component: lazyRouteComponent(() => import('./show-report-page.tsx'), 'ShowReportPage'),
  }),
] as const

/** Every member may open the list and a show’s pages. Scheduling needs a permission. */
export const showRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'shows',
    validateSearch: readShowFilters,
    component: lazyRouteComponent(() => import('./shows-page.tsx'), 'ShowsPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'shows/new',
    staticData,
    component: lazyRouteComponent(() => import('./new-show-page.tsx'), 'NewShowPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'shows/$show/edit',
    staticData,
    loader: loadPage<'show'>(({ account, show }) => [showQuery(account, show)]),
    component: lazyRouteComponent(() => import('./edit-show-page.tsx'), 'EditShowPage'),
  }),
  frame.addChildren(tabs),
] as const
