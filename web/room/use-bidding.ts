import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, call, type Input, Problem } from '../api.ts'
import type { Account } from '../shell/session.ts'
import { type Auction, ownBidsOf } from './queries.ts'

export type Bid = Pick<Input<'POST /accounts/:account/bids'>['input'], 'amount' | 'max'>
export type Placed = Answer<'POST /accounts/:account/bids'>

/** What an account lacks to bid: the pages help with it right here. */
const lacking = ['no_payment_method', 'no_address']
export const isLacking = (problem: Error | null) =>
  problem instanceof Problem && lacking.includes(problem.code)

/** Bids for an account. A second press that comes before the button shows the first is not sent. */
export function useBidding({ id: auction, show, currency }: Auction, buyer: Account) {
  const queries = useQueryClient()
  const mutationKey = [buyer.id, 'bidding', show]
  const bidding = useMutation({
    mutationKey,
    mutationFn: (bid: Bid) =>
      call('POST /accounts/:account/bids', {
        params: { account: buyer.id },
        input: { show, auction, currency, ...bid },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ownBidsOf(buyer.id, show).queryKey }),
  })
  return {
    bidding,
    bid: (bid: Bid) => {
      if (queries.isMutating({ mutationKey }) === 0) bidding.mutate(bid)
    },
  }
}
