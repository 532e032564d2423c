import { eraseAccountsWorker } from '../accounts/close-account.ts'
import { sealActivityWorker } from '../activity/seal-activity.ts'
import { deleteOldIdempotencyKeys } from '../http/idempotency.ts'
import { deleteOldAttempts } from '../http/rate-limits.ts'
import { bulkEditTask } from '../inventory/bulk-edit.ts'
import { productImportTask } from '../inventory/csv/import-products.ts'
import { deleteProductPhotoFiles } from '../inventory/product-photos.ts'
import { buyerReplyWaits, teamMessageWaits } from '../messages/message-notifications.ts'
import { deleteMessagePhotoFiles as forgetSent } from '../messages/message-photos.ts'
import { reminderWorker } from '../notifications/reminders.ts'
import { cancellationWaits } from '../orders/sale/order-notifications.ts'
import { requestExpiryWorker, settlementWorker } from '../orders/settlement.ts'
import { bulkShippingTask } from '../orders/shipping/bulk-shipping.ts'
import { detachPaymentMethodsWorker } from '../payments/payment-methods.ts'
import { payoutSettlementWorker } from '../payouts/payout-settlement.ts'
import type { Config } from '../platform/config.ts'
import { type Database, serviceTransaction } from '../platform/database/database.ts'
import { deleteFilesWorker, type FileStorage } from '../platform/files/file-storage.ts'
import type { JobWorker } from '../platform/jobs.ts'
import { deleteOldMail, makeSendMail } from '../platform/mail/queue-mail.ts'
import { mailWorker } from '../platform/mail/send-mail.ts'
import { showBeganWorker } from '../shows/bookmarks.ts'
import { expiredShowsWorker } from '../shows/lapsed-shows.ts'
import { taskRowsWorker, taskWorker } from '../tasks/task-worker.ts'
import type { TaskKind } from '../tasks/tasks.ts'
import { accessExpiryWorker } from '../team/access-expiry.ts'
import { onAccessEnded } from './access-ended.ts'
import { makePaymentService } from './payment-service.ts'

/** The kinds of tasks that members start. */
const taskKinds: TaskKind[] = [bulkEditTask, productImportTask, bulkShippingTask]

/** All jobs: those that are queued, and those that run on a schedule. */
export const jobWorkers = (database: Database, config: Config, files: FileStorage): JobWorker[] => [
  mailWorker(database, config),
  accessExpiryWorker(database, makeSendMail(config.secret), onAccessEnded),
  eraseAccountsWorker(database, async (tx, account) => {
    await deleteProductPhotoFiles(tx, account)
    await forgetSent(tx, account)
  }),
  deleteFilesWorker(files),
  sealActivityWorker(database),
  taskRowsWorker(database),
  taskWorker(database, taskKinds),
  settlementWorker(makePaymentService(database, config)),
  requestExpiryWorker({ database }),
  payoutSettlementWorker({ ...makePaymentService(database, config), secrets: config.secrets }),
  detachPaymentMethodsWorker(makePaymentService(database, config).provider),
  expiredShowsWorker(database),
  showBeganWorker(database, makeSendMail(config.secret)),
  reminderWorker(database, makeSendMail(config.secret), {
    messages: teamMessageWaits,
    replies: buyerReplyWaits,
    cancellations: cancellationWaits,
  }),
  sweeper(database),
]

const sweeper = (database: Database): JobWorker => ({
  queue: 'sweep',
  retries: 0,
  schedule: '17 * * * *',
  run: () =>
    serviceTransaction(database, async (tx) => {
      await deleteOldMail(tx)
      await deleteOldAttempts(tx)
      await deleteOldIdempotencyKeys(tx)
    }),
})
