import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { client } from '../client.ts'
import { showOf } from '../room/queries.ts'
import { root } from '../shell/roots.tsx'
import { readFilters } from './filters.ts'
import { showsWhen } from './queries.ts'

/** What a page shows is asked for while its code is on the way, and already when a link to it is pointed at. */
export const exploreRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/shows',
    validateSearch: readFilters,
    loaderDeps: ({ search }) => search,
    loader: ({ deps }) => {
      void client.prefetchInfiniteQuery(showsWhen('live', deps))
      void client.prefetchInfiniteQuery(showsWhen('upcoming', deps))
    },
    component: lazyRouteComponent(() => import('./explore-page.tsx'), 'ExplorePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/shows/$show',
    loader: ({ params: { show } }) => void client.prefetchQuery(showOf(show)),
    component: lazyRouteComponent(() => import('./show-page.tsx'), 'PublicShowPage'),
  }),
] as const
