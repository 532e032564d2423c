import { randomUUID } from 'node:crypto'
import type { WatchedShow } from '../live/live-connections.ts'
import type { Database } from '../platform/database/database.ts'
import { logError } from '../platform/log.ts'
import { repeatEvery } from '../platform/repeat.ts'
import { type OnStopped, stopSilentHosts } from './silent-hosts.ts'
import { storeViewerCounts } from './viewer-counts.ts'

/** Milliseconds between two checks. */
const checkIntervalMs = 5_000

type Count = WatchedShow & { viewers: number }

/**
 * Each node runs this all the time. It counts the viewers that are connected to this node and ends broadcasts whose
 * host sends no heartbeat.
 */
export function monitorShows(
  database: Database,
  watching: () => Count[],
  onStopped: OnStopped,
): { close(): Promise<void> } {
  const node = randomUUID()
  let last: Count[] = []
  const check = async () => {
    const now = watching()
    const before = last
      .filter(({ show }) => !now.some((count) => count.show === show))
      .map((count) => ({ ...count, viewers: 0 }))
    for (const each of [...now, ...before])
      await storeViewerCounts(database, node, each).catch((error: Error) => logError('viewer counts', error))
    last = now
    await stopSilentHosts(database, onStopped).catch((error: Error) => logError('shows', error))
  }
  return repeatEvery(checkIntervalMs, check)
}
