import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settings } from '../shell/roots.tsx'

export const paymentsRoute = createRoute({
  getParentRoute: () => settings,
  path: 'payment-methods',
  staticData: { permission: 'payment_methods.manage' },
  /** `session`: what the payment provider's page leads back with. */
  validateSearch: ({ session }: Record<string, unknown>): { session?: string } =>
    typeof session === 'string' ? { session } : {},
  component: lazyRouteComponent(() => import('./page.tsx'), 'PaymentMethodsPage'),
})
