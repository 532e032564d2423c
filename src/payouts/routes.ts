import { z } from 'zod'
import { moneyRoute, route, type Services } from '../http/route.ts'
import { passwordProofQuota } from '../identity/passwords.ts'
import { Balance, findBalance } from '../ledger/balance.ts'
import type { PaymentProvider } from '../payments/provider.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import { logError } from '../platform/log.ts'
import { NewPayoutDetails } from './bank-accounts.ts'
import {
  DetailsRemoval,
  findPayoutDetails,
  PayoutDetailsAnswer,
  removePayoutDetails,
  setPayoutDetails,
} from './payout-details.ts'
import { settlePayout } from './payout-settlement.ts'
import { findPayout, listPayouts, NewPayout, Payout, PayoutQuery, startPayout } from './payouts.ts'

const permission = 'payouts.manage'
const detailsPath = '/accounts/:account/payout-details'
const payoutsPath = '/accounts/:account/payouts'

/** The routes for payouts and the bank account that they go to. Only the Owner may use them. */
export const payoutRoutes = (services: Services, provider: PaymentProvider) => {
  const { database, config } = services
  return [
    route({
      method: 'GET',
      path: detailsPath,
      permission,
      summary: 'The bank account for payouts, masked',
      output: PayoutDetailsAnswer,
      handle: ({ db, actor }) => findPayoutDetails(db, actor),
    }),
    route({
      method: 'POST',
      path: detailsPath,
      permission,
      limit: passwordProofQuota,
      summary: 'Set the bank account for payouts: an IBAN, or an account in the United States',
      input: NewPayoutDetails,
      output: PayoutDetailsAnswer,
      handle: ({ db, actor, input }) => setPayoutDetails(db, actor, input, services),
    }),
    route({
      method: 'DELETE',
      path: detailsPath,
      permission,
      limit: passwordProofQuota,
      summary: 'Remove the bank account for payouts',
      input: DetailsRemoval,
      output: z.object({}),
      handle: ({ db, actor, input }) => removePayoutDetails(db, actor, input, services),
    }),
    route({
      method: 'GET',
      path: payoutsPath,
      permission,
      summary: 'The payouts, the latest first',
      input: PayoutQuery,
      output: PageOf(Payout),
      handle: ({ db, actor, input }) => listPayouts(db, actor, input),
    }),
    route({
      method: 'GET',
      path: `${payoutsPath}/balance`,
      permission,
      summary: 'The available and the pending balance',
      output: Balance,
      handle: ({ db, actor }) => findBalance(db, actor.account),
    }),
    moneyRoute({
      path: payoutsPath,
      permission,
      status: 201,
      summary: 'Pay out some of the available balance, or all of it',
      input: NewPayout,
      output: Payout,
      reserve: ({ db, actor, input }) => startPayout(db, actor, input),
      settle: async (ref, { actor }) => {
        // If the provider does not answer, a scheduled job asks it later. Until then, the payout stays `started`.
        await settlePayout({ database, provider, secrets: config.secrets }, ref).catch((error) =>
          logError('payouts', error),
        )
        return inScope(database, scopeOf(actor), (db) => findPayout(db, actor.account, ref.payout))
      },
    }),
  ]
}
