import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../layout/page-loader.ts'
import { accountRoute } from '../layout/root-routes.tsx'
import { readProductFilters } from './product-filters.ts'
import { productQuery, productsQuery } from './product-queries.ts'

const staticData = { permission: 'inventory.manage' } as const

export const inventoryRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'inventory',
    staticData,
    validateSearch: readProductFilters,
    loader: loadPage(({ account }, search) => [productsQuery(account, readProductFilters(search))]),
    component: lazyRouteComponent(() => import('./inventory-page.tsx'), 'InventoryPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'inventory/new',
    staticData,
    component: lazyRouteComponent(() => import('./new-product-page.tsx'), 'NewProductPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'inventory/import',
    staticData,
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'inventory/$product',
    staticData,
    loader: loadPage<'product'>(({ account, product }) => [productQuery(account, product)]),
    component: lazyRouteComponent(() => import('./product-page.tsx'), 'ProductPage'),
  }),
] as const
