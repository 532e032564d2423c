import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'
import { readFilters } from './filters.ts'
import { readOrdering } from './ordering.ts'
import { readWriting } from './writing.ts'

const staticData = { permission: 'money.spend' } as const

const frame = createRoute({
  getParentRoute: () => account,
  path: 'spending',
  component: lazyRouteComponent(() => import('./spending-frame.tsx'), 'SpendingFrame'),
})

const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    validateSearch: readFilters,
    component: lazyRouteComponent(() => import('./purchases-page.tsx'), 'PurchasesPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'cart',
    staticData,
    component: lazyRouteComponent(() => import('./cart-page.tsx'), 'CartPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'messages',
    staticData,
    component: lazyRouteComponent(() => import('./conversations-page.tsx'), 'ConversationsPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'addresses',
    staticData,
    component: lazyRouteComponent(() => import('./addresses-page.tsx'), 'AddressesPage'),
  }),
] as const
const spendingTree = frame.addChildren(tabs)

export const spendingRoutes = [
  spendingTree,
  createRoute({
    getParentRoute: () => account,
    path: 'spending/checkout',
    staticData,
    validateSearch: readOrdering,
    component: lazyRouteComponent(() => import('./checkout-page.tsx'), 'CheckoutPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'spending/messages/new',
    staticData,
    validateSearch: readWriting,
    beforeLoad: ({ search, params }) => {
      if (!search.shop) throw redirect({ to: '/dashboard/$account/spending/messages', params, replace: true })
    },
    component: lazyRouteComponent(() => import('./new-message-page.tsx'), 'NewMessagePage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'spending/messages/$conversation',
    staticData,
    component: lazyRouteComponent(() => import('./conversation-page.tsx'), 'ConversationPage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'spending/purchases/$purchase',
    staticData,
    /** What the page of the buyer's bank leads back with. */
    validateSearch: (search: Record<string, unknown>): { payment_intent?: string } =>
      typeof search.payment_intent === 'string' ? { payment_intent: search.payment_intent } : {},
    component: lazyRouteComponent(() => import('./purchase-page.tsx'), 'PurchasePage'),
  }),
  createRoute({
    getParentRoute: () => account,
    path: 'spending/purchases/$purchase/confirm',
    staticData,
    component: lazyRouteComponent(() => import('./confirm-page.tsx'), 'ConfirmPage'),
  }),
] as const
