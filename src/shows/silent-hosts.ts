import { and, isNull, lt, sql } from 'drizzle-orm'
import type { Database, Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { Broadcast } from './broadcast.ts'
import { stopBroadcastIf } from './stop-without-host.ts'
import { broadcasts } from './tables.ts'

/** After how many seconds without a heartbeat of the host's studio the broadcast is ended. */
const hostSilenceSeconds = 45

/** Called in the transaction that ends a host's broadcast. */
export type OnStopped = (tx: Tx, account: string, show: string, host: string) => Promise<void>

/** Ends broadcasts without a heartbeat, because the host's device, connection or node has failed. */
export async function stopSilentHosts(database: Database, onStopped: OnStopped): Promise<void> {
  const silent = lt(broadcasts.seenAt, sql`now() - ${`${hostSilenceSeconds} seconds`}::interval`)
  const lost = await database.db
    .select({
      account: broadcasts.accountId,
      show: broadcasts.showId,
      id: broadcasts.id,
      host: broadcasts.personName,
    })
    .from(broadcasts)
    .where(and(isNull(broadcasts.endedAt), silent))
    .limit(50)
  for (const { account, show, id, host } of lost)
    await inScope(database, { as: 'system', account }, async (tx) => {
      const isLost = (present: Broadcast) => present.id === id && isSilent(present.seenAt, tx.now)
      if (await stopBroadcastIf(tx, account, show, 'lost', isLost)) await onStopped(tx, account, show, host)
    })
}

const isSilent = (seenAt: Date, now: Date) =>
  seenAt.getTime() < now.getTime() - (hostSilenceSeconds - 5) * 1000
