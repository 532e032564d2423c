import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { callApi } from '../data/api.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'
import type { Show } from './show-queries.ts'

/** Creates a rehearsal, which is a separate show, and opens its studio. */
export function useStartRehearsal({ id: show }: Pick<Show, 'id'>) {
  const { id: account } = useAccount()
  const navigate = useNavigate()
  const tellProblem = useProblemToast()
  return useMutation({
    mutationFn: () => callApi('POST /accounts/:account/shows/:show/rehearsal', { params: { account, show } }),
    onSuccess: ({ id }) =>
      navigate({ to: '/dashboard/$account/shows/$show/studio', params: { account, show: id } }),
    onError: tellProblem,
  })
}
