/** Why a card was refused or a payment declined. The sentences are in locales/. */
export const declineReasons = [
  'card_declined',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'incorrect_number',
  'processing_error',
  'authentication_failed',
  'not_confirmed',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/**
 * The state of a charge. `confirm`: the buyer's bank asks the buyer to confirm it, on the page at `url` if there is
 * one.
 */
export type ChargeOutcome =
  | { status: 'succeeded'; ref: string }
  | { status: 'confirm'; ref: string; url: string | null }
  | { status: 'declined'; reason: DeclineReason }

/** The state of a refund or a payout. `pending`: the provider has not finished it and will be asked again. */
export type TransferOutcome = 'succeeded' | 'failed' | 'pending'

export type ProviderCharge = {
  /** The order's id, used as the idempotency key: repeated requests with one key charge once. */
  key: string
  /** The ids of the selling and of the buying account. */
  seller: string
  buyer: string
  /** In minor units. */
  amount: number
  currency: string
  /** The provider's id for the payment method. */
  method: string
  /** When the order was reserved. No charge with this key is older. */
  since: Date
}

export type ProviderRefund = {
  key: string
  seller: string
  /** The provider's id for the charge. */
  charge: string
  amount: number
}

/** Either `number` is an IBAN, or `routing` is set and `number` is the account number. */
export type BankAccount = {
  holder: string
  /** The country code of ISO 3166-1. */
  country: string
  number: string
  routing: string | undefined
  /** Changes whenever other details are entered, and reveals nothing about them. */
  version: string
}

export type ProviderPayout = {
  key: string
  seller: string
  amount: number
  currency: string
  /** Decrypts the bank details, so that this happens only where they are needed. @throws if they cannot be decrypted */
  destination(): BankAccount
}

export type TypedCard = { number: string; expMonth: number; expYear: number; cvc: string }
export type ConnectedCard = { ref: string; brand: string; last4: string; expMonth: number; expYear: number }

/** The card is typed into this server's page. Its number is passed to the provider and stored nowhere. */
export type TypedCardProvider = {
  by: 'card'
  connect(card: TypedCard): Promise<ConnectedCard | { declined: DeclineReason }>
}

/** The card is typed into a page of the provider. Its number never reaches this server. */
export type HostedCardProvider = {
  by: 'hosted'
  /** @param wanted.known the provider's id for a method that the account had before */
  setup(wanted: {
    account: string
    name: string
    language: 'en' | 'fr'
    known: string | undefined
  }): Promise<{ url: string }>
  /**
   * The card that was connected in this session; undefined if no card was connected, or if the session belongs to
   * another account.
   */
  connected(account: string, session: string): Promise<ConnectedCard | undefined>
  /** Detaches the method, so that it can no longer be charged. */
  forget(ref: string): Promise<void>
}

/**
 * The service that charges cards and moves money. Each call may be repeated with the same key and takes effect once. A
 * call that throws has an unknown outcome and is repeated later.
 */
export type PaymentProvider = {
  name: string
  cards: TypedCardProvider | HostedCardProvider
  charge(charge: ProviderCharge): Promise<ChargeOutcome>
  /**
   * Finds the state of a charge; undefined if the charge never reached the provider.
   * @param ref the provider's id for the charge; null if no answer of the provider arrived
   */
  find(charge: ProviderCharge, ref: string | null): Promise<ChargeOutcome | undefined>
  /** Cancels a charge that was not confirmed. If it has succeeded since then, the outcome says so. */
  cancel(charge: ProviderCharge, ref: string | null): Promise<ChargeOutcome>
  refund(refund: ProviderRefund): Promise<TransferOutcome>
  payout(payout: ProviderPayout): Promise<TransferOutcome>
}
