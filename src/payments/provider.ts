/** Why a card is refused or a payment declined: the words of the cards' world, worded in locales. */
export const declines = [
  'card_declined',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'incorrect_number',
  'processing_error',
  'authentication_failed',
  'not_confirmed',
] as const
export type Decline = (typeof declines)[number]

/** How a charge stands. `confirm`: the buyer's bank asks them to confirm it. */
export type Outcome =
  | { status: 'succeeded'; ref: string }
  | { status: 'confirm'; ref: string; url: string | null }
  | { status: 'declined'; reason: Decline }

export type Charge = {
  /** Ours: however often it is asked with one key, it is charged once. */
  key: string
  /** In minor units. */
  amount: number
  currency: string
  /** What the provider calls the payment method. */
  method: string
  /** What stands on the buyer's statement. */
  about: string
}

export type Card = { number: string; expMonth: number; expYear: number; cvc: string }
export type Connected = { ref: string; brand: string; last4: string; expMonth: number; expYear: number }

/**
 * Who charges cards and moves money for us. Every call may be made again with its key and does nothing twice; one
 * that throws has an unknown outcome, and is asked again later.
 */
export type Provider = {
  name: string
  /** Connects a card that was typed in here. Its number goes to the provider and is kept nowhere. */
  connect(card: Card): Promise<Connected | { declined: Decline }>
  charge(charge: Charge): Promise<Outcome>
  /** How a charge stands now; undefined for one that never arrived. */
  find(key: string, ref: string | null): Promise<Outcome | undefined>
  /** Gives up a charge that was not confirmed. It may have succeeded meanwhile. */
  cancel(key: string, ref: string | null): Promise<Outcome>
  /** @param refund.charge what the provider calls the charge */
  refund(refund: { key: string; charge: string; amount: number }): Promise<'succeeded' | 'failed'>
  payout(payout: {
    key: string
    amount: number
    currency: string
    destination: string
  }): Promise<'succeeded' | 'failed'>
}
