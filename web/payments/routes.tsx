import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settings } from '../shell/roots.tsx'

export const paymentsRoute = createRoute({
  getParentRoute: () => settings,
  path: 'payments',
  staticData: { permission: 'payment_methods.manage' },
  component: lazyRouteComponent(() => import('./page.tsx'), 'PaymentMethodsPage'),
})
