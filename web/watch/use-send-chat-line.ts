import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, callApi } from '../data/api.ts'
import { publicShowKeys } from '../data/query-keys.ts'
import type { Account } from '../session/me-queries.ts'
import { serverClock } from './server-clock.ts'
import { addChatLine } from './show-connection.ts'
import type { PublicShow } from './watch-queries.ts'

/** Why a line was refused, and until when the reason lasts. */
export type ChatRefusal = { code: string; until: string | undefined; message: string }

/** Writes in the chat: in the account's name for members of its team who may, else in one's own. */
export function useSendChatLine({ id: show, slowSeconds }: PublicShow, host: Account | undefined) {
  const queries = useQueryClient()
  const [hindrance, setHindrance] = useState<ChatRefusal>()
  const mutationKey = publicShowKeys.writing(show)
  const writing = useMutation({
    mutationKey,
    mutationFn: (text: string) =>
      host
        ? callApi('POST /accounts/:account/shows/:show/chat', {
            params: { account: host.id, show },
            input: { text },
          })
        : callApi('POST /shows/:show/chat', { params: { show }, input: { text } }),
    onSuccess: (line) => {
      addChatLine(show, line)
      setHindrance(host || slowSeconds === 0 ? undefined : pauseOf(slowSeconds))
    },
    onError: (problem) => setHindrance(hindranceOf(problem)),
  })
  return {
    writing,
    hindrance,
    write: (text: string, done: () => void) => {
      if (queries.isMutating({ mutationKey }) === 0) writing.mutate(text, { onSuccess: done })
    },
  }
}

const pauseOf = (seconds: number): ChatRefusal => ({
  code: 'too_fast',
  until: new Date(serverClock.now() + seconds * 1000).toISOString(),
  message: '',
})

function hindranceOf(problem: Error): ChatRefusal {
  if (!(problem instanceof ApiProblem)) return { code: 'unreachable', until: undefined, message: '' }
  const until = problem.more.until ?? problem.more.retryAt
  return {
    code: problem.code,
    until: typeof until === 'string' ? until : undefined,
    message: problem.fields[0]?.message ?? problem.message,
  }
}
