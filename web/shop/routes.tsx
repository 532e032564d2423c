import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPublicPage } from '../layout/page-loader.ts'
import { rootRoute } from '../layout/root-routes.tsx'
import { readShopFilters } from './shop-filters.ts'
import { shopProductQuery, shopProductsQuery, shopQuery } from './shop-queries.ts'

export const shopRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shops/$username',
    validateSearch: readShopFilters,
    loader: loadPublicPage<'username'>(({ username }, search) => [
      shopQuery(username),
      shopProductsQuery(username, readShopFilters(search)),
    ]),
    component: lazyRouteComponent(() => import('./shop-page.tsx'), 'ShopPage'),
    pendingComponent: lazyRouteComponent(() => import('./shop-pending.tsx'), 'ShopPending'),
    errorComponent: lazyRouteComponent(() => import('./shop-not-found.tsx'), 'ShopError'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shops/$username/products/$product',
    loader: loadPublicPage<'username' | 'product'>(({ username, product }) => [
      shopProductQuery(username, product),
    ]),
    component: lazyRouteComponent(() => import('./shop-product-page.tsx'), 'ShopProductPage'),
    pendingComponent: lazyRouteComponent(() => import('./shop-pending.tsx'), 'ShopProductPending'),
    errorComponent: lazyRouteComponent(() => import('./shop-not-found.tsx'), 'ShopProductError'),
  }),
] as const
