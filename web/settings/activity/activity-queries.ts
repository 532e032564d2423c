import type { Answer } from '../../data/api.ts'
import { pageQuery } from '../../data/page-query.ts'
import { activityKeys } from '../../data/query-keys.ts'
import { type ActivityFilters, toActivityQuery } from './activity-filters.ts'

export type ActivityEntry = Answer<'GET /accounts/:account/activity'>['items'][number]

export const activityQuery = (account: string, filters: ActivityFilters) =>
  pageQuery(
    'GET /accounts/:account/activity',
    { params: { account }, input: toActivityQuery(filters) },
    activityKeys.list(account, filters),
  )
