import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { addressesQuery } from '../addresses/address-queries.ts'
import { cartQuery } from '../cart/cart-queries.ts'
import { readCheckoutParams } from '../checkout/checkout-params.ts'
import { basketQueries } from '../checkout/use-basket.ts'
import { loadPage } from '../layout/page-loader.ts'
import { accountRoute } from '../layout/root-routes.tsx'
import {
  buyerConversationQuery,
  buyerConversationsQuery,
} from '../messages/buyer/buyer-conversation-queries.ts'
import { readNewMessageParams } from '../messages/buyer/new-message-params.ts'
import { buyerConversationApi } from '../messages/conversation-api.ts'
import { threadQuery } from '../messages/outbox/thread-queries.ts'
import { readPurchaseFilters } from '../purchases/purchase-filters.ts'
import { purchaseQuery, purchasesQuery } from '../purchases/purchase-queries.ts'
import { paymentMethodsQuery } from '../settings/payments/payment-method-queries.ts'
import { shopQuery } from '../shop/shop-queries.ts'

const staticData = { permission: 'money.spend' } as const

const frame = createRoute({
  getParentRoute: () => accountRoute,
  path: 'spending',
  component: lazyRouteComponent(() => import('./spending-frame.tsx'), 'SpendingFrame'),
})

const tabs = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    validateSearch: readPurchaseFilters,
    loader: loadPage(({ account }, search) => [purchasesQuery(account, readPurchaseFilters(search))]),
    component: lazyRouteComponent(() => import('../purchases/purchases-page.tsx'), 'PurchasesPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'cart',
    staticData,
    loader: loadPage(({ account }) => [cartQuery(account)]),
    component: lazyRouteComponent(() => import('../cart/cart-page.tsx'), 'CartPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'messages',
    staticData,
    loader: loadPage(({ account }) => [buyerConversationsQuery(account)]),
    component: lazyRouteComponent(
      () => import('../messages/buyer/buyer-conversations-page.tsx'),
      'BuyerConversationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: 'addresses',
    staticData,
    loader: loadPage(({ account }) => [addressesQuery(account)]),
    component: lazyRouteComponent(() => import('../addresses/addresses-page.tsx'), 'AddressesPage'),
  }),
] as const
const spendingTree = frame.addChildren(tabs)

export const spendingRoutes = [
  spendingTree,
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'spending/checkout',
    staticData,
    validateSearch: readCheckoutParams,
    loader: loadPage(({ account }, search) => [
      ...basketQueries(account, readCheckoutParams(search)),
      addressesQuery(account),
      paymentMethodsQuery(account),
    ]),
    component: lazyRouteComponent(() => import('../checkout/checkout-page.tsx'), 'CheckoutPage'),
    errorComponent: lazyRouteComponent(() => import('../checkout/checkout-page.tsx'), 'CheckoutError'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'spending/messages/new',
    staticData,
    validateSearch: readNewMessageParams,
    beforeLoad: ({ search, params }) => {
      if (!search.shop) throw redirect({ to: '/dashboard/$account/spending/messages', params, replace: true })
    },
    loader: loadPage((_, { shop }) => [shopQuery(String(shop))]),
    component: lazyRouteComponent(() => import('../messages/buyer/new-message-page.tsx'), 'NewMessagePage'),
    errorComponent: lazyRouteComponent(
      () => import('../messages/buyer/new-message-page.tsx'),
      'NewMessageError',
    ),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'spending/messages/$conversation',
    staticData,
    loader: loadPage<'conversation'>(({ account, conversation }) => [
      buyerConversationQuery(account, conversation),
      threadQuery(buyerConversationApi(account, conversation)),
    ]),
    component: lazyRouteComponent(
      () => import('../messages/buyer/buyer-conversation-page.tsx'),
      'BuyerConversationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'spending/purchases/$purchase',
    staticData,
    /** The parameter with which the bank's page leads back. */
    validateSearch: (search: Record<string, unknown>): { payment_intent?: string } =>
      typeof search.payment_intent === 'string' ? { payment_intent: search.payment_intent } : {},
    loader: loadPage<'purchase'>(({ account, purchase }) => [purchaseQuery(account, purchase)]),
    component: lazyRouteComponent(() => import('../purchases/purchase-page.tsx'), 'PurchasePage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'spending/purchases/$purchase/confirm',
    staticData,
    loader: loadPage<'purchase'>(({ account, purchase }) => [purchaseQuery(account, purchase)]),
    component: lazyRouteComponent(
      () => import('../purchases/bank-confirmation-page.tsx'),
      'BankConfirmationPage',
    ),
  }),
] as const
