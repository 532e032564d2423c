/*
 * The rules of bidding. Pure: who leads at what price after a bid, and until when. Amounts are in minor units of a
 * currency with two decimals. Source: product specification, part 4.
 */

/** Below each price, how far the next bid goes beyond it. */
const steps = [
  [3_000, 100],
  [5_000, 200],
  [10_000, 300],
  [30_000, 500],
  [100_000, 1_000],
  [200_000, 2_000],
] as const
const widest = 5_000

export const step = (price: number): number => steps.find(([below]) => price < below)?.[1] ?? widest

/** How an auction stands: at what price, who leads it, and how far they would go. */
export type Standing = {
  startingBid: number
  price: number | null
  leader: { buyer: string; max: number } | null
}
export type Bid = { buyer: string; amount: number; max: number }

/** The least that can be bid now. */
export const minimum = ({ startingBid, price }: Pick<Standing, 'startingBid' | 'price'>): number =>
  price === null ? startingBid : price + step(price)

/**
 * What becomes of a bid of at least the minimum. Against the leader's maximum, the one of the two that is lower is
 * raised to its end and the other goes one step beyond it, as far as it may; of two that are equal, the earlier leads.
 * @returns null for a leader who only raises their own maximum: nothing that anybody sees changes
 */
export function outcome({ leader }: Standing, bid: Bid): { price: number; leads: boolean } | null {
  if (!leader) return { price: bid.amount, leads: true }
  if (leader.buyer === bid.buyer) return null
  if (bid.max <= leader.max) return { price: Math.min(leader.max, bid.max + step(bid.max)), leads: false }
  const beyond = Math.min(bid.max, leader.max + step(leader.max))
  return { price: Math.max(bid.amount, beyond), leads: true }
}

type Clock = { endsAt: number; counterSeconds: number; suddenDeath: boolean }

/** When the auction ends after a bid that was taken at `now`: in the last seconds, the clock starts them again. */
export const endAfter = ({ endsAt, counterSeconds, suddenDeath }: Clock, now: number): number =>
  suddenDeath ? endsAt : Math.max(endsAt, now + counterSeconds * 1000)
