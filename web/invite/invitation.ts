import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

/** What the server tells whoever holds an invitation's token. Asking consumes nothing. */
export type Invitation = Answer<'POST /invitations/preview'>
export type You = NonNullable<Invitation['you']>

export const invitation = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => call('POST /invitations/preview', { input: { token } }),
  })
