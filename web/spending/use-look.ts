import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../api.ts'
import type { Purchase } from './purchases.ts'

/** Back from the buyer's bank: asks once how it was answered. Whatever came of it, the purchase shows it. */
export function useLook(account: string, purchase: Purchase | undefined, isBack: boolean) {
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (id: string) =>
      call('POST /accounts/:account/purchases/:purchase/confirmation', {
        params: { account, purchase: id },
        input: {},
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [account, 'purchases'] }),
  })
  const waiting = isBack && purchase?.status === 'pending' ? purchase.id : undefined
  const asked = useRef('')
  useEffect(() => {
    if (!waiting || asked.current === waiting) return
    asked.current = waiting
    mutate(waiting)
  }, [waiting, mutate])
}
