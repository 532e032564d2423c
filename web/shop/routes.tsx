import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { client } from '../client.ts'
import { root } from '../shell/roots.tsx'
import { readFilters } from './filters.ts'
import { productOf, shelfOf, shopOf } from './shops.ts'

/** What a page shows is asked for while its code is on the way, and already when a link to it is pointed at. */
export const shopRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/shops/$username',
    validateSearch: readFilters,
    loaderDeps: ({ search }) => search,
    loader: ({ params: { username }, deps }) => {
      void client.prefetchQuery(shopOf(username))
      void client.prefetchInfiniteQuery(shelfOf(username, deps))
    },
    component: lazyRouteComponent(() => import('./page.tsx'), 'ShopPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/shops/$username/products/$product',
    loader: ({ params: { username, product } }) => {
      void client.prefetchQuery(productOf(username, product))
    },
    component: lazyRouteComponent(() => import('./product-page.tsx'), 'ShopProductPage'),
  }),
] as const
