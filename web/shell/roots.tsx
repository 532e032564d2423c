import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { Permission } from '../../src/permissions.ts'
import { Problem } from '../api.ts'
import { client } from '../client.ts'
import { lastAccount } from './last-account.ts'
import { me } from './session.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What a page asks of the role; without it, any member may open it. */
    permission?: Permission
  }
}

/** The routes that pages hang on; each area's routes.tsx adds its own, router.tsx puts them together. */
export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: lazyRouteComponent(() => import('./not-found.tsx'), 'NotFound'),
  errorComponent: lazyRouteComponent(() => import('./broken.tsx'), 'Broken'),
})

export const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/dashboard',
  beforeLoad: async ({ location }) => {
    try {
      await client.fetchQuery(me)
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 401)) throw problem
      throw redirect({ to: '/sign-in', search: { next: location.href } })
    }
  },
  component: lazyRouteComponent(() => import('./gate.tsx'), 'Gate'),
})

export const account = createRoute({
  getParentRoute: () => dashboard,
  path: '$account',
  component: lazyRouteComponent(() => import('./account-frame.tsx'), 'AccountFrame'),
})

export const settings = createRoute({
  getParentRoute: () => account,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings-frame.tsx'), 'SettingsFrame'),
})

type Landing = '/dashboard/$account' | `/dashboard/$account/settings/${'team' | 'sessions'}`
const toLastAccount = async (to: Landing) => {
  const found = lastAccount((await client.fetchQuery(me)).accounts)
  if (found) throw redirect({ to, params: { account: found.id }, replace: true })
}

/** The addresses without an account in them: they lead to the one used last. */
export const shellRoutes = [
  createRoute({
    getParentRoute: () => dashboard,
    path: '/',
    beforeLoad: () => toLastAccount('/dashboard/$account'),
    component: lazyRouteComponent(() => import('./elsewhere.tsx'), 'NoAccount'),
  }),
  createRoute({
    getParentRoute: () => dashboard,
    path: 'settings',
    beforeLoad: () => toLastAccount('/dashboard/$account/settings/team'),
    component: lazyRouteComponent(() => import('./elsewhere.tsx'), 'NoAccount'),
  }),
  // Where the mail about a new sign-in leads.
  createRoute({
    getParentRoute: () => dashboard,
    path: 'sessions',
    beforeLoad: () => toLastAccount('/dashboard/$account/settings/sessions'),
    component: lazyRouteComponent(() => import('./elsewhere.tsx'), 'NoAccount'),
  }),
] as const

export const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/dashboard/$account/settings/team', params, replace: true })
  },
})
