/*
 * A second implementation of an auction, from the product's rules alone, with which the server's results are
 * compared. Amounts in minor units, times in milliseconds.
 */
export type AuctionTerms = {
  startingBid: number
  startedAt: number
  seconds: number
  counterSeconds: number
  suddenDeath: boolean
}
export type ModelBid = { buyer: string; amount: number; max: number; at: number }

/** USD and EUR: under 30: 1; under 50: 2; under 100: 3; under 300: 5; under 1000: 10; under 2000: 20; above: 50. */
const further = (price: number): number => {
  const units = price / 100
  if (units < 30) return 100
  if (units < 50) return 200
  if (units < 100) return 300
  if (units < 300) return 500
  if (units < 1000) return 1000
  return units < 2000 ? 2000 : 5000
}

export class AuctionModel {
  readonly terms: AuctionTerms
  price: number | null = null
  leader: string | null = null
  endsAt: number
  /** The number of bids that changed what everybody sees. */
  seen = 0
  private readonly limits = new Map<string, number>()

  constructor(terms: AuctionTerms) {
    this.terms = terms
    this.endsAt = terms.startedAt + terms.seconds * 1000
  }

  /** The lowest bid that this buyer can place; for the leader, the lowest value for their maximum. */
  least(buyer: string): number {
    if (this.price === null) return this.terms.startingBid
    const from = buyer === this.leader ? this.limit(buyer) : this.price
    return from + further(from)
  }

  /** Why a bid must be refused; undefined if it must not. */
  objection({ buyer, amount, max, at }: ModelBid): 'auction_over' | 'bid_too_low' | undefined {
    if (at >= this.endsAt) return 'auction_over'
    if ((buyer === this.leader ? max : amount) < this.least(buyer)) return 'bid_too_low'
    return undefined
  }

  /** @returns the price after the bid, and whether its buyer leads */
  take({ buyer, amount, max, at }: ModelBid): { price: number; led: boolean } {
    const [holder, before] = [this.leader, this.price]
    const held = holder === null ? 0 : this.limit(holder)
    this.limits.set(buyer, Math.max(max, this.limits.get(buyer) ?? 0))
    if (holder === buyer) return { price: before as number, led: true }
    const wins = holder === null || max > held
    if (wins) this.leader = buyer
    // The lower maximum is used up. The other one leads one step above it, but not above itself.
    const [lost, won] = wins ? [held, max] : [max, held]
    const fought = holder === null ? 0 : Math.min(won, lost + further(lost))
    this.price = wins ? Math.max(amount, fought) : fought
    this.seen++
    const { counterSeconds, suddenDeath } = this.terms
    if (!suddenDeath && this.endsAt - at < counterSeconds * 1000) this.endsAt = at + counterSeconds * 1000
    return { price: this.price, led: wins }
  }

  private limit(buyer: string): number {
    return this.limits.get(buyer) as number
  }
}
