import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { Permission } from '../../src/permissions.ts'
import { ApiProblem } from '../data/api.ts'
import { lastAccount } from '../session/last-account.ts'
import { meQuery } from '../session/me-queries.ts'
import { ErrorPage } from './error-page.tsx'
import { FramePending } from './page-pending.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The permission that the page requires; without it, any member may open the page. */
    permission?: Permission
  }
}

/** The parents of all routes. Each room's routes.tsx adds its own, and router.tsx puts them together. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  pendingComponent: FramePending,
  notFoundComponent: lazyRouteComponent(() => import('./not-found-page.tsx'), 'NotFoundPage'),
  errorComponent: ErrorPage,
})

export const dashboardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dashboard',
  beforeLoad: async ({ location, context: { queryClient } }) => {
    try {
      await queryClient.fetchQuery(meQuery)
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem
      throw redirect({ to: '/sign-in', search: { next: location.href } })
    }
  },
  component: lazyRouteComponent(() => import('./require-sign-in.tsx'), 'RequireSignIn'),
  pendingComponent: FramePending,
})

export const accountRoute = createRoute({
  getParentRoute: () => dashboardRoute,
  path: '$account',
  component: lazyRouteComponent(() => import('./account-frame.tsx'), 'AccountFrame'),
  pendingComponent: FramePending,
})

export const settingsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings-frame.tsx'), 'SettingsFrame'),
})

type Landing = '/dashboard/$account' | `/dashboard/$account/settings/${'team' | 'sessions'}`
const toLastAccount = async (queryClient: QueryClient, to: Landing) => {
  const found = lastAccount((await queryClient.fetchQuery(meQuery)).accounts)
  if (found) throw redirect({ to, params: { account: found.id }, replace: true })
}

/** Addresses without an account: they open the account that was used last. */
export const lastAccountRoutes = [
  createRoute({
    getParentRoute: () => dashboardRoute,
    path: '/',
    beforeLoad: ({ context }) => toLastAccount(context.queryClient, '/dashboard/$account'),
    component: lazyRouteComponent(() => import('./no-access-page.tsx'), 'NoAccountPage'),
  }),
  createRoute({
    getParentRoute: () => dashboardRoute,
    path: 'settings',
    beforeLoad: ({ context }) => toLastAccount(context.queryClient, '/dashboard/$account/settings/team'),
    component: lazyRouteComponent(() => import('./no-access-page.tsx'), 'NoAccountPage'),
  }),
  // The address in the mail about a new sign-in.
  createRoute({
    getParentRoute: () => dashboardRoute,
    path: 'sessions',
    beforeLoad: ({ context }) => toLastAccount(context.queryClient, '/dashboard/$account/settings/sessions'),
    component: lazyRouteComponent(() => import('./no-access-page.tsx'), 'NoAccountPage'),
  }),
] as const

export const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/dashboard/$account/settings/team', params, replace: true })
  },
})
