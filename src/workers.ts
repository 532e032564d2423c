import { eraseWorker } from './accounts/closing.ts'
import { sealingWorker } from './activity/sealing.ts'
import { forgetOldAttempts } from './door/limits.ts'
import type { Config } from './ground/config.ts'
import { asService, type Database } from './ground/db.ts'
import type { Worker } from './ground/jobs.ts'
import { forgetOldMail, makePost } from './ground/mail.ts'
import { mailWorker } from './ground/mail-sender.ts'
import { endingWorker } from './team/ending.ts'

/** Everything that is done later or by the clock. */
export const workers = (database: Database, config: Config): Worker[] => [
  mailWorker(database, config),
  endingWorker(database, makePost(config.secret)),
  eraseWorker(database),
  sealingWorker(database),
  sweeper(database),
]

const sweeper = (database: Database): Worker => ({
  queue: 'sweep',
  retries: 0,
  schedule: '17 * * * *',
  run: () =>
    asService(database, async (tx) => {
      await forgetOldMail(tx)
      await forgetOldAttempts(tx)
    }),
})
