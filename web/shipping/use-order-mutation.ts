import { useMutation, useQueryClient } from '@tanstack/react-query'
import { orderKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'

/** A mutation of an order or a shipment. A refusal is shown, and what the pages show is refetched. */
export function useOrderMutation<T, V = void>(act: (value: V) => Promise<T>, done: (answer: T) => void) {
  const { id } = useAccount()
  const queries = useQueryClient()
  const onError = useProblemToast()
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      done(answer)
      return queries.invalidateQueries({ queryKey: orderKeys.all(id) })
    },
    onError: (problem) => {
      onError(problem)
      return queries.invalidateQueries({ queryKey: orderKeys.all(id) })
    },
  })
}
