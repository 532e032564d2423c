import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callApi, type Input } from '../../data/api.ts'
import { messageKeys } from '../../data/query-keys.ts'
import { useProblemToast } from '../../ui/toasts.ts'
import type { ConversationApi } from '../conversation-api.ts'
import { conversationQuery } from './inbox-queries.ts'

type Change = Input<'PATCH /accounts/:account/conversations/:conversation'>['input']

/** Assigns, closes, reopens, blocks or unblocks a conversation, or marks it as unread. */
export function useUpdateConversation({ account, conversation }: ConversationApi) {
  const queries = useQueryClient()
  const onError = useProblemToast()
  return useMutation({
    mutationFn: (input: Change) =>
      callApi('PATCH /accounts/:account/conversations/:conversation', {
        params: { account, conversation },
        input,
      }),
    onSuccess: (after) => queries.setQueryData(conversationQuery(account, conversation).queryKey, after),
    onError,
    onSettled: () => void queries.invalidateQueries({ queryKey: messageKeys.all(account) }),
  })
}
