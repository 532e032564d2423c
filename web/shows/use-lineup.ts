import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { callApi } from '../data/api.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'
import { type LineupItem, lineupQuery } from './show-queries.ts'

/**
 * The lineup as shown on the page. A change is shown at once, and the whole lineup is sent. Changes reach the server
 * one after the other, and only the last one’s answer is shown.
 */
export function useLineup(show: string, kept: LineupItem[]) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const tellProblem = useProblemToast()
  const [draft, setDraft] = useState<LineupItem[]>()
  const queue = useRef(Promise.resolve())
  const latest = useRef<symbol>(undefined)
  const items = draft ?? kept
  const change = (next: LineupItem[]) => {
    setDraft(next)
    const request = Symbol()
    latest.current = request
    const products = next.map(({ product, price, usualPrice }) => ({
      product,
      price: price === usualPrice ? null : price,
    }))
    queue.current = queue.current
      .then(() =>
        callApi('PATCH /accounts/:account/shows/:show/products', {
          params: { account, show },
          input: { products },
        }),
      )
      .then(
        (answer) => {
          if (latest.current !== request) return
          queries.setQueryData(lineupQuery(account, show).queryKey, answer)
          setDraft(undefined)
        },
        (problem: Error) => {
          tellProblem(problem)
          setDraft(undefined)
          return queries.invalidateQueries({ queryKey: lineupQuery(account, show).queryKey })
        },
      )
  }
  return { items, change, isSaving: draft !== undefined }
}
