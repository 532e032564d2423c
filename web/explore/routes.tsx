import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '../data/query-client.ts'
import { rootRoute } from '../layout/root-routes.tsx'
import { publicShowQuery } from '../watch/watch-queries.ts'
import { readExploreFilters } from './explore-filters.ts'
import { exploreShowsQuery } from './explore-queries.ts'

/** A page's data are fetched while its code loads, and already when the pointer is over a link to it. */
export const exploreRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shows',
    validateSearch: readExploreFilters,
    loaderDeps: ({ search }) => search,
    loader: ({ deps }) => {
      void queryClient.prefetchInfiniteQuery(exploreShowsQuery('live', deps))
      void queryClient.prefetchInfiniteQuery(exploreShowsQuery('upcoming', deps))
    },
    component: lazyRouteComponent(() => import('./explore-page.tsx'), 'ExplorePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shows/$show',
    loader: ({ params: { show } }) => void queryClient.prefetchQuery(publicShowQuery(show)),
    component: lazyRouteComponent(() => import('./public-show-page.tsx'), 'PublicShowPage'),
  }),
] as const
