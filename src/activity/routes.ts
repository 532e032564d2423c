import { download, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { ActivityFilter, ActivityQuery, ActivityRow, list } from './activity.ts'
import { toCsv } from './csv.ts'

export const activityRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/activity',
    permission: 'team.manage',
    summary: 'What was done for the account, by whom, the latest first',
    input: ActivityQuery,
    output: Page(ActivityRow),
    handle: ({ db, actor, input }) => list(db, actor, input),
  }),
  download({
    path: '/accounts/:account/activity.csv',
    permission: 'team.manage',
    summary: 'The activity as CSV',
    input: ActivityFilter,
    type: 'text/csv; charset=utf-8',
    file: 'activity.csv',
    write: ({ again, input, language }) => toCsv(again, input, language),
  }),
]
