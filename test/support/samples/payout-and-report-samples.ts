import { castPassword } from '../../../cast/people.ts'
import { acceptedIban, bookEarnings } from '../money-fixtures.ts'
import type { CastWorld, OperationSample } from './operation-samples.ts'

const where = '/accounts/:account/payout-details'
const payouts = '/accounts/:account/payouts'
const reports = '/accounts/:account/reports'
const ledger = '/accounts/:account/ledger'

/** Valid inputs of the operations on payouts and reports. */
export const payoutAndReportSamples: Record<string, OperationSample> = {
  [`GET ${where}`]: {},
  [`POST ${where}`]: { body: () => ({ ...acceptedIban, password: castPassword }) },
  [`DELETE ${where}`]: { body: () => ({ password: castPassword }) },
  [`GET ${payouts}`]: {},
  [`GET ${payouts}/balance`]: {},
  [`POST ${payouts}`]: { before: rich, body: () => ({ amount: 500 }) },
  [`GET ${reports}/sales`]: {},
  [`GET ${reports}/sales.csv`]: {},
  [`GET ${reports}/products`]: {},
  [`GET ${reports}/products.csv`]: {},
  [`GET ${reports}/buyers`]: {},
  [`GET ${reports}/buyers.csv`]: {},
  [`GET ${reports}/shows`]: {},
  [`GET ${reports}/shows.csv`]: {},
  [`GET ${reports}/shows/:show`]: {},
  [`GET ${ledger}`]: {},
  [`GET ${ledger}.csv`]: {},
  [`GET ${ledger}/balance`]: {},
}

/** Adds a balance and a bank account. */
async function rich({ as, ours, own, database }: CastWorld) {
  await as.olga.post(`${ours}/payout-details`, { ...acceptedIban, password: castPassword })
  await bookEarnings(database, own.olga, 500)
  return undefined
}
