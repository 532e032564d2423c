import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../../data/api.ts'
import { savedReplyKeys } from '../../data/query-keys.ts'

export type SavedReply = Answer<'GET /accounts/:account/saved-replies'>['items'][number]

type Filled = { conversation?: string; order?: string | undefined }

/**
 * The saved replies. For a conversation, its buyer and order are filled in: the given order, or else the one that the
 * server chooses.
 */
export const savedRepliesQuery = (account: string, { conversation, order }: Filled = {}) =>
  queryOptions({
    queryKey: savedReplyKeys.list(account, conversation ?? '', order ?? ''),
    queryFn: () =>
      callApi('GET /accounts/:account/saved-replies', {
        params: { account },
        input: conversation ? { conversation, ...(order && { order }) } : {},
      }),
    // The order that is filled in changes when messages are written.
    ...(conversation && { staleTime: 0 }),
  })
