import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { invitationPreviewKey } from '../data/query-keys.ts'

/** What the server shows to anyone who has an invitation's token. Asking does not use it up. */
export type InvitationPreview = Answer<'POST /invitations/preview'>
export type InvitedVisitor = NonNullable<InvitationPreview['you']>

export const invitationPreviewQuery = (token: string) =>
  queryOptions({
    queryKey: invitationPreviewKey(token),
    queryFn: () => callApi('POST /invitations/preview', { input: { token } }),
  })
