import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiProblem, callApi } from '../data/api.ts'
import type { Account } from '../session/me-queries.ts'
import type { PublicGiveaway } from './watch-queries.ts'

/** Milliseconds between two confirmations that an entrant is still present. */
const retryMs = 30_000

/** Enters an account. Until the page is closed, it confirms that its owner is present. */
export function useEnterGiveaway({ id: giveaway, show, status }: PublicGiveaway, { id: account }: Account) {
  // Stored in this tab, so that a reload does not end the presence.
  const name = `stagedoor.entered ${giveaway} ${account}`
  const [isIn, setIn] = useState(() => sessionStorage.getItem(name) !== null)
  const entering = useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/giveaway-entries', { params: { account }, input: { show, giveaway } }),
    onSuccess: () => {
      sessionStorage.setItem(name, 'in')
      setIn(true)
    },
    onError: (problem) => {
      if (!(problem instanceof ApiProblem) || problem.status >= 500 || problem.status === 429) return
      sessionStorage.removeItem(name)
      setIn(false)
    },
  })
  const { mutate } = entering
  const isPresent = isIn && status === 'open'
  useEffect(() => {
    if (!isPresent) return
    mutate()
    const timer = setInterval(mutate, retryMs)
    return () => clearInterval(timer)
  }, [isPresent, mutate])
  return { isIn, entering }
}
