import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { account } from '../shell/roots.tsx'
import { readFilters } from './filters.ts'

const staticData = { permission: 'messages.reply' } as const

const frame = createRoute({
  getParentRoute: () => account,
  path: 'messages',
  staticData,
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./inbox-frame.tsx'), 'InboxFrame'),
})

const inbox = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    component: lazyRouteComponent(() => import('./choose.tsx'), 'Choose'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '$conversation',
    staticData,
    component: lazyRouteComponent(() => import('./conversation-page.tsx'), 'ConversationPage'),
  }),
] as const

export const messageRoutes = [
  frame.addChildren(inbox),
  createRoute({
    getParentRoute: () => account,
    path: 'messages/saved',
    staticData,
    component: lazyRouteComponent(() => import('./saved-page.tsx'), 'SavedRepliesPage'),
  }),
] as const
