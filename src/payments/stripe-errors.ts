import type Stripe from 'stripe'
import { logError } from '../platform/log.ts'
import type { DeclineReason } from './provider.ts'

type Errors = typeof Stripe.errors
type Kind = 'StripeCardError' | 'StripeInvalidRequestError' | 'StripeIdempotencyError'

/** Compares the error's name, so that this check does not load the SDK. */
export const isStripeError = <K extends Kind>(error: unknown, kind: K): error is InstanceType<Errors[K]> =>
  error instanceof Error && 'type' in error && error.type === kind

/**
 * Logs an error that Stripe would return again, such as a transfer that the platform's balance does not cover: only the
 * operator can do something about it. Throws any other error again, because it does not tell whether something was
 * done: a broken connection, too many requests, a key in use, an error inside Stripe.
 */
export function logStripeRefusal(where: string, error: unknown): void {
  if (!isStripeError(error, 'StripeInvalidRequestError')) throw error
  logError(where, error)
}

/** Stripe's codes (docs.stripe.com/error-codes, docs.stripe.com/declines/codes) as our reasons. */
const declines: Record<string, DeclineReason> = {
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

/** Why a card was declined. A decline code, if there is one, is more precise than the error's code. */
export const toDeclineReason = ({
  code,
  decline_code,
}: {
  code?: string
  decline_code?: string
}): DeclineReason => declines[decline_code ?? ''] ?? declines[code ?? ''] ?? 'card_declined'
