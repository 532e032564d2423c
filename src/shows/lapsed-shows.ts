import { sql } from 'drizzle-orm'
import { byKey } from '../platform/database/by-key.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { JobWorker } from '../platform/jobs.ts'
import { lockShow } from './schedule-show.ts'
import { missedHours, resumeHours, type ShowRecord } from './show.ts'
import { publishShowChange } from './show-events.ts'
import { recordShowAsClock } from './stop-without-host.ts'
import { shows } from './tables.ts'

/**
 * Ends shows that were stopped more than `resumeHours` ago, and cancels shows that did not begin within
 * `missedHours`.
 */
export const expiredShowsWorker = (database: Database): JobWorker => ({
  queue: 'shows-lapse',
  retries: 0,
  schedule: '* * * * *',
  run: async () => {
    const due = await serviceTransaction(database, (tx) =>
      tx
        .select({ account: shows.accountId, id: shows.id, status: shows.status })
        .from(shows)
        .where(
          sql`(${shows.status} = 'stopped' and ${shows.stoppedAt} < now() - ${`${resumeHours} hours`}::interval)
            or (${shows.status} = 'scheduled' and ${shows.startsAt} < now() - ${`${missedHours} hours`}::interval)`,
        )
        .limit(200),
    )
    for (const { account, id, status } of due)
      await inScope(database, { as: 'system', account }, (tx) => expireShow(tx, account, id, status))
  },
})

async function expireShow(tx: Tx, account: string, id: string, before: ShowRecord['status']) {
  const show = await lockShow(tx, { account }, id)
  if (show.status !== before) return
  const status = before === 'stopped' ? 'ended' : 'cancelled'
  await tx
    .update(shows)
    .set({ status, closedAt: sql`now()` })
    .where(byKey(shows, account, id))
  if (!show.rehearses)
    await recordShowAsClock(tx, show, status === 'ended' ? 'shows.ended' : 'shows.missed', {})
  await publishShowChange(tx, { account, show: id })
}
