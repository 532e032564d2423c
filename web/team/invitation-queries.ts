import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../data/api.ts'
import { invitationKeys } from '../data/query-keys.ts'

export type Invitation = Answer<'GET /accounts/:account/invitations'>['items'][number]

/** Pending invitations, and expired ones that can be renewed. */
export const pendingInvitationsQuery = (account: string) =>
  queryOptions({
    queryKey: invitationKeys.list(account),
    queryFn: () => callApi('GET /accounts/:account/invitations', { params: { account }, input: {} }),
  })

/** Invitations that one person sent and that nobody has accepted. */
export const invitationsSentByQuery = (account: string, person: string) =>
  queryOptions({
    queryKey: invitationKeys.by(account, person),
    queryFn: () =>
      callApi('GET /accounts/:account/invitations', {
        params: { account },
        input: { status: 'pending', invitedBy: person },
      }),
  })
