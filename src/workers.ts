import { accessEnded } from './access-ended.ts'
import { eraseWorker } from './accounts/closing.ts'
import { sealingWorker } from './activity/sealing.ts'
import { forgetOldKeys } from './door/idempotency.ts'
import { forgetOldAttempts } from './door/limits.ts'
import { taskRowsWorker, taskWorker } from './door/task-worker.ts'
import type { TaskKind } from './door/tasks.ts'
import type { Config } from './ground/config.ts'
import { asService, type Database } from './ground/db.ts'
import { type Files, filesWorker } from './ground/files.ts'
import type { Worker } from './ground/jobs.ts'
import { forgetOldMail, makePost } from './ground/mail.ts'
import { mailWorker } from './ground/mail-sender.ts'
import { bulkKind } from './inventory/bulk.ts'
import { importKind } from './inventory/importing.ts'
import { forgetPhotos } from './inventory/photos.ts'
import { forgetPhotos as forgetSent } from './messages/photos.ts'
import { waitsForBuyer, waitsForTeam } from './messages/waiting.ts'
import { waitingWorker } from './notices/waiting.ts'
import { bulkShipping } from './orders/bulk.ts'
import { lapsingWorker, settlingWorker } from './orders/settling.ts'
import { waitsForAnswer } from './orders/waiting.ts'
import { forgetWorker } from './payments/methods.ts'
import { payoutWorker } from './payouts/settling.ts'
import { beganWorker } from './shows/bookmarks.ts'
import { lapsedShowsWorker } from './shows/ending.ts'
import { endingWorker } from './team/ending.ts'
import { makeTill } from './till.ts'

/** The kinds of long work that people start. */
const taskKinds: TaskKind[] = [bulkKind, importKind, bulkShipping]

/** Everything that is done later or by the clock. */
export const workers = (database: Database, config: Config, files: Files): Worker[] => [
  mailWorker(database, config),
  endingWorker(database, makePost(config.secret), accessEnded),
  eraseWorker(database, async (tx, account) => {
    await forgetPhotos(tx, account)
    await forgetSent(tx, account)
  }),
  filesWorker(files),
  sealingWorker(database),
  taskRowsWorker(database),
  taskWorker(database, taskKinds),
  settlingWorker(makeTill(database, config)),
  lapsingWorker({ database }),
  payoutWorker({ ...makeTill(database, config), secrets: config.secrets }),
  forgetWorker(makeTill(database, config).provider),
  lapsedShowsWorker(database),
  beganWorker(database, makePost(config.secret)),
  waitingWorker(database, makePost(config.secret), {
    messages: waitsForTeam,
    replies: waitsForBuyer,
    cancellations: waitsForAnswer,
  }),
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
      await forgetOldKeys(tx)
    }),
})
