import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../layout/page-loader.ts'
import { accountRoute } from '../layout/root-routes.tsx'
import { homeQueries } from './home-queries.ts'

export const homeRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  loader: loadPage(({ account }, _, may) => homeQueries(account, may)),
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})
