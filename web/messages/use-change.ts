import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type Input } from '../api.ts'
import { useTellProblem } from '../shell/told.ts'
import { conversationOf } from './queries.ts'
import type { Side } from './side.ts'

type Change = Input<'PATCH /accounts/:account/conversations/:conversation'>['input']

/** Changes who takes care of a conversation, and whether it goes on. */
export function useChange({ account, conversation }: Side) {
  const queries = useQueryClient()
  const onError = useTellProblem()
  return useMutation({
    mutationFn: (input: Change) =>
      call('PATCH /accounts/:account/conversations/:conversation', {
        params: { account, conversation },
        input,
      }),
    onSuccess: (after) => queries.setQueryData(conversationOf(account, conversation).queryKey, after),
    onError,
    onSettled: () => void queries.invalidateQueries({ queryKey: [account, 'messages'] }),
  })
}
