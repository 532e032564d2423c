import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type Invitation = Answer<'GET /accounts/:account/invitations'>['items'][number]

/** Invitations that wait for an answer, and expired ones that can be renewed. */
export const pendingOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'invitations'],
    queryFn: () => call('GET /accounts/:account/invitations', { params: { account }, input: {} }),
  })

/** Those that one person sent and nobody accepted yet. */
export const sentBy = (account: string, person: string) =>
  queryOptions({
    queryKey: [account, 'invitations', 'by', person],
    queryFn: () =>
      call('GET /accounts/:account/invitations', {
        params: { account },
        input: { status: 'pending', invitedBy: person },
      }),
  })
