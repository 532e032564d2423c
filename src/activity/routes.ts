import { downloadRoute, route } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { activityCsv } from './activity-csv.ts'
import { ActivityFilter, ActivityQuery, ActivityRow, listActivity } from './activity-log.ts'

export const activityRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/activity',
    permission: 'team.manage',
    summary: 'The account’s activity, the latest first',
    input: ActivityQuery,
    output: PageOf(ActivityRow),
    handle: ({ db, actor, input }) => listActivity(db, actor, input),
  }),
  downloadRoute({
    path: '/accounts/:account/activity.csv',
    permission: 'team.manage',
    summary: 'The activity as CSV',
    input: ActivityFilter,
    type: 'text/csv; charset=utf-8',
    file: 'activity.csv',
    write: ({ withAccess, input, language }) => activityCsv(withAccess, input, language),
  }),
]
