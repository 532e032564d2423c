import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { callApi } from '../data/api.ts'
import { purchaseKeys } from '../data/query-keys.ts'
import type { Purchase } from './purchase-queries.ts'

/** After the return from the buyer's bank, asks once for the result. The purchase then shows it. */
export function usePaymentCheck(account: string, purchase: Purchase | undefined, isBack: boolean) {
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (id: string) =>
      callApi('POST /accounts/:account/purchases/:purchase/confirmation', {
        params: { account, purchase: id },
        input: {},
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: purchaseKeys.all(account) }),
  })
  const waiting = isBack && purchase?.status === 'pending' ? purchase.id : undefined
  const asked = useRef('')
  useEffect(() => {
    if (!waiting || asked.current === waiting) return
    asked.current = waiting
    mutate(waiting)
  }, [waiting, mutate])
}
