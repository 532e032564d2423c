import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call, Problem } from '../api.ts'
import type { Account } from '../shell/session.ts'
import type { Giveaway } from './queries.ts'

/** Milliseconds after which it is said again that whoever entered is still there. */
const again = 30_000

/** Enters an account; from then on this page says that its owner is there, until it is closed. */
export function useEntering({ id: giveaway, show, state }: Giveaway, { id: account }: Account) {
  // Kept in this tab, so that a reload leaves nobody out.
  const name = `stagedoor.entered ${giveaway} ${account}`
  const [isIn, setIn] = useState(() => sessionStorage.getItem(name) !== null)
  const entering = useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/giveaway-entries', { params: { account }, input: { show, giveaway } }),
    onSuccess: () => {
      sessionStorage.setItem(name, 'in')
      setIn(true)
    },
    onError: (problem) => {
      if (!(problem instanceof Problem) || problem.status >= 500 || problem.status === 429) return
      sessionStorage.removeItem(name)
      setIn(false)
    },
  })
  const { mutate } = entering
  const isPresent = isIn && state === 'open'
  useEffect(() => {
    if (!isPresent) return
    mutate()
    const timer = setInterval(mutate, again)
    return () => clearInterval(timer)
  }, [isPresent, mutate])
  return { isIn, entering }
}
