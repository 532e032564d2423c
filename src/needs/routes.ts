import { route } from '../door/route.ts'
import * as settings from '../notices/settings.ts'
import { list, Needs } from './needs.ts'

export const needRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/needs',
    permission: 'member',
    summary: 'What needs the person in this account, as far as they may act on it and want to be told',
    output: Needs,
    handle: ({ db, actor }) => list(db, actor),
  }),
  route({
    method: 'GET',
    path: '/me/notices',
    permission: 'person',
    summary: 'What one is told of by the bell and by mail',
    output: settings.NoticeSettings,
    handle: ({ db }) => settings.list(db),
  }),
  route({
    method: 'PATCH',
    path: '/me/notices',
    permission: 'person',
    summary: 'Change what one is told of',
    input: settings.NoticeChange,
    output: settings.NoticeSettings,
    handle: ({ db, actor, input }) => settings.change(db, actor, input),
  }),
]
