import { z } from 'zod'
import { type House, moneyRoute, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { report } from '../ground/report.ts'
import { within } from '../ground/scope.ts'
import * as passwords from '../identity/passwords.ts'
import { Balance, balanceOf } from '../ledger/balance.ts'
import type { Provider } from '../payments/provider.ts'
import { NewDetails } from './bank.ts'
import * as details from './details.ts'
import * as payouts from './payouts.ts'
import { settlePayout } from './settling.ts'

const permission = 'payouts.manage'
const where = '/accounts/:account/payout-details'
const all = '/accounts/:account/payouts'

/** Where the account's money goes, and sending it there: the Owner's alone. */
export const payoutRoutes = (house: House, provider: Provider) => {
  const { database, config } = house
  return [
    route({
      method: 'GET',
      path: where,
      permission,
      summary: 'Where payouts go, masked',
      output: details.Shown,
      handle: ({ db, actor }) => details.show(db, actor),
    }),
    route({
      method: 'POST',
      path: where,
      permission,
      limit: passwords.proofs,
      summary: 'Change where payouts go: an IBAN, or a bank account in the United States',
      input: NewDetails,
      output: details.Shown,
      handle: ({ db, actor, input }) => details.set(db, actor, input, house),
    }),
    route({
      method: 'DELETE',
      path: where,
      permission,
      limit: passwords.proofs,
      summary: 'Forget where payouts go',
      input: details.Removal,
      output: z.object({}),
      handle: ({ db, actor, input }) => details.remove(db, actor, input, house),
    }),
    route({
      method: 'GET',
      path: all,
      permission,
      summary: 'The payouts, the latest first',
      input: payouts.PayoutQuery,
      output: Page(payouts.Payout),
      handle: ({ db, actor, input }) => payouts.list(db, actor, input),
    }),
    route({
      method: 'GET',
      path: `${all}/balance`,
      permission,
      summary: 'What can be paid out, and what is still pending',
      output: Balance,
      handle: ({ db, actor }) => balanceOf(db, actor.account),
    }),
    moneyRoute({
      path: all,
      permission,
      status: 201,
      summary: 'Pay out some of the available balance, or all of it',
      input: payouts.NewPayout,
      output: payouts.Payout,
      reserve: ({ db, actor, input }) => payouts.start(db, actor, input),
      settle: async (ref, { actor: { account, person } }) => {
        // A bank that does not answer is asked again by the clock; until then the payout is started.
        await settlePayout({ database, provider, secrets: config.secrets }, ref).catch((error) =>
          report('payouts', error),
        )
        return within(database, { as: 'account', account, person }, (db) =>
          payouts.find(db, account, ref.payout),
        )
      },
    }),
  ]
}
