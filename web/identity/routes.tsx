import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { root } from '../shell/roots.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What proves that somebody may choose a new password: out of the address, kept for this one page. */
    resetToken?: string
  }
}

type Arrival = { next?: string; token?: string; error?: string; confirmed?: true; changed?: true }

/** What an address may carry to these pages; whatever else it carries is dropped. */
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
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: arrival,
    component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-up',
    component: lazyRouteComponent(() => import('./sign-up.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgot-password',
    component: lazyRouteComponent(() => import('./forgot-password.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset-password',
    validateSearch: arrival,
    beforeLoad: ({ search: { token } }) => {
      if (token) throw redirect({ to: '/reset-password', replace: true, state: { resetToken: token } })
    },
    component: lazyRouteComponent(() => import('./reset-password.tsx'), 'ResetPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/two-factor',
    validateSearch: arrival,
    component: lazyRouteComponent(() => import('./two-factor.tsx'), 'TwoFactorPage'),
  }),
] as const
