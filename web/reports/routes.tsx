import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'
import { readLedgerFilter } from './ledger-filter.ts'
import { readPeriod } from './period.ts'

const staticData = { permission: 'reports.view' } as const

const frame = createRoute({
  getParentRoute: () => account,
  path: 'reports',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'ReportsFrame'),
})

/** Typed only if it stands by itself: within `addChildren`, every address becomes `any`. */
const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    validateSearch: readPeriod,
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'ledger',
    staticData,
    validateSearch: readLedgerFilter,
    component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
  }),
] as const

export const reportRoutes = frame.addChildren(tabs)
