import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../../layout/page-loader.ts'
import { settingsRoute } from '../../layout/root-routes.tsx'
import { payoutBalanceQuery, payoutDetailsQuery, payoutsQuery } from './payout-queries.ts'

export const payoutsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'payouts',
  staticData: { permission: 'payouts.manage' },
  loader: loadPage(({ account }) => [
    payoutBalanceQuery(account),
    payoutDetailsQuery(account),
    payoutsQuery(account),
  ]),
  component: lazyRouteComponent(() => import('./payouts-page.tsx'), 'PayoutsPage'),
})
