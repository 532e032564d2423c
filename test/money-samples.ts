import { password } from '../cast/people.ts'
import { earn, iban } from './money.ts'
import type { Sample, Theatre } from './samples.ts'

const where = '/accounts/:account/payout-details'
const payouts = '/accounts/:account/payouts'
const reports = '/accounts/:account/reports'
const ledger = '/accounts/:account/ledger'

/** What the operations on payouts and reports take. */
export const moneySamples: Record<string, Sample> = {
  [`GET ${where}`]: {},
  [`POST ${where}`]: { body: () => ({ ...iban, password }) },
  [`DELETE ${where}`]: { body: () => ({ password }) },
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

/** There is something to pay out, and somewhere to. */
async function rich({ as, ours, own, database }: Theatre) {
  await as.olga.post(`${ours}/payout-details`, { ...iban, password })
  await earn(database, own.olga, 500)
  return undefined
}
