import type { Config } from './ground/config.ts'
import type { Database } from './ground/db.ts'
import { makePost } from './ground/mail.ts'
import type { Till } from './orders/settling.ts'
import { sandbox } from './payments/sandbox.ts'
import { stripe } from './payments/stripe.ts'

/** What money is moved with: Stripe, where it is configured, else the sandbox's bank. */
export const makeTill = (
  database: Database,
  config: Pick<Config, 'feePercent' | 'secret'> & Partial<Pick<Config, 'stripe'>>,
): Till => ({
  database,
  provider: config.stripe ? stripe(config.stripe) : sandbox(database),
  feePercent: config.feePercent,
  post: makePost(config.secret),
})
