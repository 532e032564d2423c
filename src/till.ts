import type { Config } from './ground/config.ts'
import type { Database } from './ground/db.ts'
import type { Till } from './orders/settling.ts'
import { sandbox } from './payments/sandbox.ts'

/** What money is moved with: the sandbox's bank. */
export const makeTill = (database: Database, config: Pick<Config, 'feePercent'>): Till => ({
  database,
  provider: sandbox(database),
  feePercent: config.feePercent,
})
