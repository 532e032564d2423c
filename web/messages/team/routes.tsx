import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../../layout/page-loader.ts'
import { accountRoute } from '../../layout/root-routes.tsx'
import { teamConversationApi } from '../conversation-api.ts'
import { threadQuery } from '../outbox/thread-queries.ts'
import { readInboxFilters } from './inbox-filters.ts'
import { conversationQuery, inboxQuery } from './inbox-queries.ts'
import { savedRepliesQuery } from './saved-reply-queries.ts'

const staticData = { permission: 'messages.reply' } as const

const frame = createRoute({
  getParentRoute: () => accountRoute,
  path: 'messages',
  staticData,
  validateSearch: readInboxFilters,
  loader: loadPage(({ account }, search) => [inboxQuery(account, readInboxFilters(search))]),
  component: lazyRouteComponent(() => import('./inbox-frame.tsx'), 'InboxFrame'),
})

const inbox = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    staticData,
    component: lazyRouteComponent(() => import('./nothing-selected.tsx'), 'NothingSelected'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '$conversation',
    staticData,
    loader: loadPage<'conversation'>(({ account, conversation }) => [
      conversationQuery(account, conversation),
      threadQuery(teamConversationApi(account, conversation)),
    ]),
    component: lazyRouteComponent(() => import('./team-conversation-page.tsx'), 'TeamConversationPage'),
    errorComponent: lazyRouteComponent(() => import('./team-conversation-page.tsx'), 'TeamConversationError'),
  }),
] as const

export const messageRoutes = [
  frame.addChildren(inbox),
  createRoute({
    getParentRoute: () => accountRoute,
    path: 'messages/saved',
    staticData,
    loader: loadPage(({ account }) => [savedRepliesQuery(account)]),
    component: lazyRouteComponent(() => import('./saved-replies-page.tsx'), 'SavedRepliesPage'),
  }),
] as const
