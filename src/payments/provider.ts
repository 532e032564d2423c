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

/** How a charge stands. `confirm`: the buyer's bank asks them to confirm it, at the address if there is one. */
export type Outcome =
  | { status: 'succeeded'; ref: string }
  | { status: 'confirm'; ref: string; url: string | null }
  | { status: 'declined'; reason: Decline }

/** How a refund or a payout stands. `pending`: it is on its way, and asked for again until it is settled. */
export type Answer = 'succeeded' | 'failed' | 'pending'

export type Charge = {
  /** Ours, the order's id: however often it is asked with one key, it is charged once. */
  key: string
  /** The account that sells, and the one that buys. */
  seller: string
  buyer: string
  /** In minor units. */
  amount: number
  currency: string
  /** What the provider calls the payment method. */
  method: string
  /** When it was reserved: nothing under its key is older. */
  since: Date
}

export type Refund = {
  key: string
  seller: string
  /** What the provider calls the charge. */
  charge: string
  amount: number
}

/** By its IBAN, or by its routing number and its own. */
export type BankAccount = {
  holder: string
  /** As ISO 3166-1 has it. */
  country: string
  number: string
  routing: string | undefined
  /** Tells these details from those that were entered before or after, and nothing about them. */
  version: string
}

export type Payout = {
  key: string
  seller: string
  amount: number
  currency: string
  /** Opens the details where they are needed. @throws if they cannot be opened */
  destination(): BankAccount
}

export type Card = { number: string; expMonth: number; expYear: number; cvc: string }
export type Connected = { ref: string; brand: string; last4: string; expMonth: number; expYear: number }

/** Cards are typed in here. Their number goes to the provider and is kept nowhere. */
export type TypedCards = {
  by: 'card'
  connect(card: Card): Promise<Connected | { declined: Decline }>
}

/** Cards are typed in on a page of the provider's: their number never reaches us. */
export type HostedCards = {
  by: 'hosted'
  /** @param wanted.known what the provider calls a method that the account had before */
  setup(wanted: {
    account: string
    name: string
    language: 'en' | 'fr'
    known: string | undefined
  }): Promise<{ url: string }>
  /** The card that was connected there; undefined if that is not done, or was not done for the account. */
  connected(account: string, session: string): Promise<Connected | undefined>
  /** Nothing more is charged to it. */
  forget(ref: string): Promise<void>
}

/**
 * Who charges cards and moves money for us. Every call may be made again with its key and does nothing twice; one
 * that throws has an unknown outcome, and is asked again later.
 */
export type Provider = {
  name: string
  cards: TypedCards | HostedCards
  charge(charge: Charge): Promise<Outcome>
  /**
   * How a charge stands now; undefined for one that never arrived.
   * @param ref what the provider calls it, if it was heard
   */
  find(charge: Charge, ref: string | null): Promise<Outcome | undefined>
  /** Gives up a charge that was not confirmed. It may have succeeded meanwhile. */
  cancel(charge: Charge, ref: string | null): Promise<Outcome>
  refund(refund: Refund): Promise<Answer>
  payout(payout: Payout): Promise<Answer>
}
