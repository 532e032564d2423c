import type { PaymentService } from '../orders/settlement.ts'
import { makeSandbox } from '../payments/sandbox.ts'
import { makeStripe } from '../payments/stripe.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { makeSendMail } from '../platform/mail/queue-mail.ts'

/** The payment provider: Stripe if it is configured, else the sandbox. */
export const makePaymentService = (
  database: Database,
  config: Pick<Config, 'feePercent' | 'secret'> & Partial<Pick<Config, 'stripe'>>,
): PaymentService => ({
  database,
  provider: config.stripe ? makeStripe(config.stripe) : makeSandbox(database),
  feePercent: config.feePercent,
  sendMail: makeSendMail(config.secret),
})
