import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../layout/page-loader.ts'
import { accountRoute } from '../layout/root-routes.tsx'
import { readShipmentFilters } from '../shipping/shipment-filters.ts'
import { shipmentQuery, shipmentsQuery } from '../shipping/shipment-queries.ts'
import { readCancellationFilter, readOrderFilters } from './order-filters.ts'
import { cancellationsQuery, orderQuery, ordersQuery } from './order-queries.ts'

const staticData = { permission: 'orders.fulfill' } as const

const frame = createRoute({
  getParentRoute: () => accountRoute,
  path: 'orders',
  component: lazyRouteComponent(() => import('./orders-frame.tsx'), 'OrdersFrame'),
})

const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    validateSearch: readOrderFilters,
    loader: loadPage(({ account }, search) => [ordersQuery(account, readOrderFilters(search))]),
    component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'shipments',
    staticData,
    validateSearch: readShipmentFilters,
    loader: loadPage(({ account }, search) => [shipmentsQuery(account, readShipmentFilters(search))]),
    component: lazyRouteComponent(() => import('../shipping/shipments-page.tsx'), 'ShipmentsPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'cancellations',
    staticData,
    validateSearch: readCancellationFilter,
    loader: loadPage(({ account }, search) => [
      cancellationsQuery(account, readCancellationFilter(search).status ?? 'open'),
    ]),
    component: lazyRouteComponent(() => import('./cancellations-page.tsx'), 'CancellationsPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'pack',
    staticData,
    component: lazyRouteComponent(() => import('../shipping/pack-page.tsx'), 'PackPage'),
  }),
] as const

export const orderRoutes = [
  frame.addChildren(tabs),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'orders/$order',
    staticData,
    loader: loadPage<'order'>(({ account, order }) => [orderQuery(account, order)]),
    component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'orders/shipments/$shipment',
    staticData,
    loader: loadPage<'shipment'>(({ account, shipment }) => [shipmentQuery(account, shipment)]),
    component: lazyRouteComponent(() => import('../shipping/shipment-page.tsx'), 'ShipmentPage'),
  }),
] as const
