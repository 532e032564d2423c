import type Stripe from 'stripe'
import { report } from '../ground/report.ts'
import type { Decline } from './provider.ts'

type Errors = typeof Stripe.errors
type Kind = 'StripeCardError' | 'StripeInvalidRequestError' | 'StripeIdempotencyError'

/** By its name, so that the SDK need not be loaded to tell. */
export const isStripe = <K extends Kind>(error: unknown, kind: K): error is InstanceType<Errors[K]> =>
  error instanceof Error && 'type' in error && error.type === kind

/**
 * What Stripe refused for good, such as a transfer that the platform's balance does not cover: asked again, it
 * would refuse it again. The operator is told, since people can do nothing about it. Anything else is thrown: a
 * connection that broke, too many requests, a key in use, an error of Stripe's own leave open what was done.
 */
export function refused(where: string, error: unknown): void {
  if (!isStripe(error, 'StripeInvalidRequestError')) throw error
  report(where, error)
}

/** Stripe's codes (docs.stripe.com/error-codes, docs.stripe.com/declines/codes) in our words. */
const declines: Record<string, Decline> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired_card',
  incorrect_cvc: 'incorrect_cvc',
  invalid_cvc: 'incorrect_cvc',
  incorrect_number: 'incorrect_number',
  invalid_number: 'incorrect_number',
  processing_error: 'processing_error',
  authentication_required: 'authentication_failed',
  payment_intent_authentication_failure: 'authentication_failed',
}

/** Why a card was declined. The decline code, where there is one, says more than the error's. */
export const declineOf = ({ code, decline_code }: { code?: string; decline_code?: string }): Decline =>
  declines[decline_code ?? ''] ?? declines[code ?? ''] ?? 'card_declined'
