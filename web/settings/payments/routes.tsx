import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../../layout/page-loader.ts'
import { settingsRoute } from '../../layout/root-routes.tsx'
import { paymentMethodsQuery } from './payment-method-queries.ts'

export const paymentMethodsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'payment-methods',
  staticData: { permission: 'payment_methods.manage' },
  /** `session`: the parameter with which the payment provider's page leads back. */
  validateSearch: ({ session }: Record<string, unknown>): { session?: string } =>
    typeof session === 'string' ? { session } : {},
  loader: loadPage(({ account }) => [paymentMethodsQuery(account)]),
  component: lazyRouteComponent(() => import('./payment-methods-page.tsx'), 'PaymentMethodsPage'),
})
