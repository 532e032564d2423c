import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../layout/page-loader.ts'
import { accountRoute } from '../layout/root-routes.tsx'
import { readLedgerFilters } from './ledger-filters.ts'
import { readReportPeriod } from './report-period.ts'
import { ledgerBalanceQuery, ledgerQuery, salesReportQuery } from './report-queries.ts'

const staticData = { permission: 'reports.view' } as const

const frame = createRoute({
  getParentRoute: () => accountRoute,
  path: 'reports',
  component: lazyRouteComponent(() => import('./reports-frame.tsx'), 'ReportsFrame'),
})

/** Typed separately: within `addChildren`, every path would become `any`. */
const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    validateSearch: readReportPeriod,
    loader: loadPage(({ account }, search) => [salesReportQuery(account, readReportPeriod(search))]),
    component: lazyRouteComponent(() => import('./reports-overview-page.tsx'), 'ReportsOverviewPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'ledger',
    staticData,
    validateSearch: readLedgerFilters,
    loader: loadPage(({ account }, search) => [
      ledgerBalanceQuery(account),
      ledgerQuery(account, readLedgerFilters(search)),
    ]),
    component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
  }),
] as const

export const reportRoutes = frame.addChildren(tabs)
