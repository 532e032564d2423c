import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPublicPage } from '../layout/page-loader.ts'
import { rootRoute } from '../layout/root-routes.tsx'
import { publicShowQuery } from '../watch/watch-queries.ts'
import { readExploreFilters } from './explore-filters.ts'
import { exploreShowsQuery } from './explore-queries.ts'

/**
 * The filters stand in the frame, so that what is typed while the shows load is not lost. It has nothing pending of its
 * own: the router would show that until the shows have arrived, too.
 */
const frame = createRoute({
  getParentRoute: () => rootRoute,
  id: 'explore',
  component: lazyRouteComponent(() => import('./explore-frame.tsx'), 'ExploreFrame'),
  pendingMs: Number.POSITIVE_INFINITY,
})

const explore = [
  createRoute({
    getParentRoute: () => frame,
    path: '/shows',
    validateSearch: readExploreFilters,
    loader: loadPublicPage((_, search) => [
      exploreShowsQuery('live', readExploreFilters(search)),
      exploreShowsQuery('upcoming', readExploreFilters(search)),
    ]),
    component: lazyRouteComponent(() => import('./explore-page.tsx'), 'ExplorePage'),
    pendingComponent: lazyRouteComponent(() => import('./explore-pending.tsx'), 'ExplorePending'),
  }),
] as const

export const exploreRoutes = [
  frame.addChildren(explore),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shows/$show',
    loader: loadPublicPage<'show'>(({ show }) => [publicShowQuery(show)]),
    component: lazyRouteComponent(() => import('./public-show-page.tsx'), 'PublicShowPage'),
    pendingComponent: lazyRouteComponent(() => import('./explore-pending.tsx'), 'PublicShowPending'),
    errorComponent: lazyRouteComponent(() => import('./show-not-found.tsx'), 'PublicShowError'),
  }),
] as const
