import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, Problem } from '../api.ts'
import type { Account } from '../shell/session.ts'
import { clock } from './clock.ts'
import { patchLine } from './live.ts'
import type { Show } from './queries.ts'

/** Characters that a line may have. */
export const longestLine = 300

/** Why a line was not taken, and until when it would not be. */
export type Hindrance = { code: string; until: string | undefined; message: string }

/** Writes in the chat: as the shop for those of its team who may, else as oneself. */
export function useWriting({ id: show, slowSeconds }: Show, host: Account | undefined) {
  const queries = useQueryClient()
  const [hindrance, setHindrance] = useState<Hindrance>()
  const mutationKey = ['shows', show, 'writing']
  const writing = useMutation({
    mutationKey,
    mutationFn: (text: string) =>
      host
        ? call('POST /accounts/:account/shows/:show/chat', {
            params: { account: host.id, show },
            input: { text },
          })
        : call('POST /shows/:show/chat', { params: { show }, input: { text } }),
    onSuccess: (line) => {
      patchLine(show, line)
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

const pauseOf = (seconds: number): Hindrance => ({
  code: 'too_fast',
  until: new Date(clock.now() + seconds * 1000).toISOString(),
  message: '',
})

function hindranceOf(problem: Error): Hindrance {
  if (!(problem instanceof Problem)) return { code: 'unreachable', until: undefined, message: '' }
  const until = problem.more.until ?? problem.more.retryAt
  return {
    code: problem.code,
    until: typeof until === 'string' ? until : undefined,
    message: problem.fields[0]?.message ?? problem.message,
  }
}
