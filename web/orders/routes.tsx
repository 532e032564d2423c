import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'
import { readOrderFilters, readParcelFilters, readRequestFilter } from './filters.ts'

const staticData = { permission: 'orders.fulfill' } as const

const frame = createRoute({
  getParentRoute: () => account,
  path: 'orders',
  component: lazyRouteComponent(() => import('./orders-frame.tsx'), 'OrdersFrame'),
})

const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    validateSearch: readOrderFilters,
    component: lazyRouteComponent(() => import('./list-page.tsx'), 'OrdersPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'parcels',
    staticData,
    validateSearch: readParcelFilters,
    component: lazyRouteComponent(() => import('./parcels-page.tsx'), 'ParcelsPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'cancellations',
    staticData,
    validateSearch: readRequestFilter,
    component: lazyRouteComponent(() => import('./cancellations-page.tsx'), 'CancellationsPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'pack',
    staticData,
    component: lazyRouteComponent(() => import('./pack-page.tsx'), 'PackPage'),
  }),
] as const

export const orderRoutes = [
  frame.addChildren(tabs),
  createRoute({
    getParentRoute: () => account,
    path: 'orders/$order',
    staticData,
    component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'orders/parcels/$parcel',
    staticData,
    component: lazyRouteComponent(() => import('./parcel-page.tsx'), 'ParcelPage'),
  }),
] as const
