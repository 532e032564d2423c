/*
 * The rules of bidding: who leads at what price after a bid, and until when. Pure functions. Amounts are in minor
 * units of a currency with two decimals. Source: product specification, part 4.
 */

/** Pairs of an upper price limit and the bid step for prices below it. */
const steps = [
  [3_000, 100],
  [5_000, 200],
  [10_000, 300],
  [30_000, 500],
  [100_000, 1_000],
  [200_000, 2_000],
] as const
const widestStep = 5_000

export const bidStep = (price: number): number => steps.find(([below]) => price < below)?.[1] ?? widestStep

/** Where an auction stands: its price, its leader and the leader's maximum. */
export type AuctionStanding = {
  startingBid: number
  price: number | null
  leader: { buyer: string; max: number } | null
}
export type BidOffer = { buyer: string; amount: number; max: number }

/** The lowest bid that is accepted now. */
export const minimumBid = ({ startingBid, price }: Pick<AuctionStanding, 'startingBid' | 'price'>): number =>
  price === null ? startingBid : price + bidStep(price)

/**
 * The result of a bid of at least the minimum. Of the leader's maximum and the bid's, the lower one is used up, and
 * the other one leads one step above it, but not above itself. If they are equal, the earlier one leads.
 * @returns null if the leader only raises their own maximum: nothing that others can see changes
 */
export function bidOutcome(
  { leader }: AuctionStanding,
  bid: BidOffer,
): { price: number; leads: boolean } | null {
  if (!leader) return { price: bid.amount, leads: true }
  if (leader.buyer === bid.buyer) return null
  if (bid.max <= leader.max) return { price: Math.min(leader.max, bid.max + bidStep(bid.max)), leads: false }
  const beyond = Math.min(bid.max, leader.max + bidStep(leader.max))
  return { price: Math.max(bid.amount, beyond), leads: true }
}

type Clock = { endsAt: number; counterSeconds: number; suddenDeath: boolean }

/** When the auction ends after a bid at `now`: a late bid moves the end to `counterSeconds` from now. */
export const endAfterBid = ({ endsAt, counterSeconds, suddenDeath }: Clock, now: number): number =>
  suddenDeath ? endsAt : Math.max(endsAt, now + counterSeconds * 1000)
