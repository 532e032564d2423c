import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { rootRoute } from '../layout/root-routes.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The token of a password reset. It is removed from the address and kept for this page only. */
    resetToken?: string
  }
}

type Arrival = { next?: string; token?: string; error?: string; confirmed?: true; changed?: true }

/** The parameters that the address of these pages may have. Others are dropped. */
function arrival({ next, token, error, confirmed, changed }: Record<string, unknown>): Arrival {
  return {
    ...(typeof next === 'string' && { next }),
    ...(typeof token === 'string' && { token }),
    ...(error !== undefined && { error: String(error) }),
    ...(confirmed !== undefined && { confirmed: true }),
    ...(changed !== undefined && { changed: true }),
  }
}

export const identityRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: arrival,
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-up',
    component: lazyRouteComponent(() => import('./sign-up-page.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/forgot-password',
    component: lazyRouteComponent(() => import('./forgot-password-page.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reset-password',
    validateSearch: arrival,
    beforeLoad: ({ search: { token } }) => {
      if (token) throw redirect({ to: '/reset-password', replace: true, state: { resetToken: token } })
    },
    component: lazyRouteComponent(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/two-factor',
    validateSearch: arrival,
    component: lazyRouteComponent(() => import('./two-factor-page.tsx'), 'TwoFactorPage'),
  }),
] as const
