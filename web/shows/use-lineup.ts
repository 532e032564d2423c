import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'
import { type LineupItem, lineupOf } from './shows.ts'

/**
 * What a show sells, as it stands on the page. A change stands there at once and is sent whole: changes reach the
 * server one after the other, and only the last one’s answer is shown.
 */
export function useLineup(show: string, kept: LineupItem[]) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const tellProblem = useTellProblem()
  const [draft, setDraft] = useState<LineupItem[]>()
  const queue = useRef(Promise.resolve())
  const latest = useRef<symbol>(undefined)
  const items = draft ?? kept
  const change = (next: LineupItem[]) => {
    setDraft(next)
    const mine = Symbol()
    latest.current = mine
    const products = next.map(({ product, price, usualPrice }) => ({
      product,
      price: price === usualPrice ? null : price,
    }))
    queue.current = queue.current
      .then(() =>
        call('PATCH /accounts/:account/shows/:show/products', {
          params: { account, show },
          input: { products },
        }),
      )
      .then(
        (answer) => {
          if (latest.current !== mine) return
          queries.setQueryData(lineupOf(account, show).queryKey, answer)
          setDraft(undefined)
        },
        (problem: Error) => {
          tellProblem(problem)
          setDraft(undefined)
          return queries.invalidateQueries({ queryKey: lineupOf(account, show).queryKey })
        },
      )
  }
  return { items, change, isSaving: draft !== undefined }
}
