import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, ApiProblem, callApi, type Input } from '../data/api.ts'
import { bidKeys } from '../data/query-keys.ts'
import type { Account } from '../session/me-queries.ts'
import { ownBidsQuery, type PublicAuction } from './watch-queries.ts'

export type BidInput = Pick<Input<'POST /accounts/:account/bids'>['input'], 'amount' | 'max'>
export type PlacedBid = Answer<'POST /accounts/:account/bids'>

/** Refusals because an account lacks something for bidding, which the page lets the bidder add. */
const lacking = ['no_payment_method', 'no_address']
export const isBidderNotReady = (problem: Error | null) =>
  problem instanceof ApiProblem && lacking.includes(problem.code)

/** Bids for an account. A second click, before the button shows the first one, sends nothing. */
export function usePlaceBid({ id: auction, show, currency }: PublicAuction, buyer: Account) {
  const queries = useQueryClient()
  const mutationKey = bidKeys.bidding(buyer.id, show)
  const bidding = useMutation({
    mutationKey,
    mutationFn: (bid: BidInput) =>
      callApi('POST /accounts/:account/bids', {
        params: { account: buyer.id },
        input: { show, auction, currency, ...bid },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ownBidsQuery(buyer.id, show).queryKey }),
  })
  return {
    bidding,
    bid: (bid: BidInput) => {
      if (queries.isMutating({ mutationKey }) === 0) bidding.mutate(bid)
    },
  }
}
