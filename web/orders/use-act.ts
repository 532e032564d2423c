import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'

/** Something done to an order or a parcel: a refusal is told, and what the pages show is read anew. */
export function useAct<T, V = void>(act: (value: V) => Promise<T>, done: (answer: T) => void) {
  const { id } = useAccount()
  const queries = useQueryClient()
  const onError = useTellProblem()
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      done(answer)
      return queries.invalidateQueries({ queryKey: [id, 'orders'] })
    },
    onError: (problem) => {
      onError(problem)
      return queries.invalidateQueries({ queryKey: [id, 'orders'] })
    },
  })
}
