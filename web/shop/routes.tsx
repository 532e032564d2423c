import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '../data/query-client.ts'
import { rootRoute } from '../layout/root-routes.tsx'
import { readShopFilters } from './shop-filters.ts'
import { shopProductQuery, shopProductsQuery, shopQuery } from './shop-queries.ts'

/** A page's data are fetched while its code loads, and already when the pointer is over a link to it. */
export const shopRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shops/$username',
    validateSearch: readShopFilters,
    loaderDeps: ({ search }) => search,
    loader: ({ params: { username }, deps }) => {
      void queryClient.prefetchQuery(shopQuery(username))
      void queryClient.prefetchInfiniteQuery(shopProductsQuery(username, deps))
    },
    component: lazyRouteComponent(() => import('./shop-page.tsx'), 'ShopPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shops/$username/products/$product',
    loader: ({ params: { username, product } }) => {
      void queryClient.prefetchQuery(shopProductQuery(username, product))
    },
    component: lazyRouteComponent(() => import('./shop-product-page.tsx'), 'ShopProductPage'),
  }),
] as const
