import type { Answer } from '../data/api.ts'
import { pageQuery } from '../data/page-query.ts'
import { memberKeys } from '../data/query-keys.ts'

export type Member = Answer<'GET /accounts/:account/members'>['items'][number]

/** The members of an account, page by page. */
export const membersQuery = (account: string) =>
  pageQuery('GET /accounts/:account/members', { params: { account } }, memberKeys.list(account))
