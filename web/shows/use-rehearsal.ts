import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'
import type { Show } from './shows.ts'

/** Makes a rehearsal, which is a show of its own, and opens its studio. */
export function useRehearsal({ id: show }: Pick<Show, 'id'>) {
  const { id: account } = useAccount()
  const navigate = useNavigate()
  const tellProblem = useTellProblem()
  return useMutation({
    mutationFn: () => call('POST /accounts/:account/shows/:show/rehearsal', { params: { account, show } }),
    onSuccess: ({ id }) =>
      navigate({ to: '/dashboard/$account/shows/$show/studio', params: { account, show: id } }),
    onError: tellProblem,
  })
}
