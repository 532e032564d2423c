import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'
import { readFilters } from './filters.ts'

const staticData = { permission: 'inventory.manage' } as const

export const inventoryRoutes = [
  createRoute({
    getParentRoute: () => account,
    path: 'inventory',
    staticData,
    validateSearch: readFilters,
    component: lazyRouteComponent(() => import('./list-page.tsx'), 'InventoryPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'inventory/new',
    staticData,
    component: lazyRouteComponent(() => import('./new-page.tsx'), 'NewProductPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'inventory/import',
    staticData,
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'inventory/$product',
    staticData,
    component: lazyRouteComponent(() => import('./product-page.tsx'), 'ProductPage'),
  }),
] as const
