import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../../layout/page-loader.ts'
import { settingsRoute } from '../../layout/root-routes.tsx'
import { accountQuery } from './account-queries.ts'

export const accountSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'account',
  loader: loadPage(({ account }) => [accountQuery(account)]),
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
})
