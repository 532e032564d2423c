import type { Database } from './database/database.ts'
import { measureDatabaseTime } from './database/database-clock.ts'
import { clockSkewMs } from './database/database-time.ts'
import { logError, logWarning } from './log.ts'
import { repeatEvery } from './repeat.ts'

/** Milliseconds between two measurements: clocks drift by less than 10 ms in that time. */
const measureIntervalMs = 30_000
const warnAboveMs = 5_000
/** A node whose clock is off by more than this is not ready: one-time codes and signed links use the node's clock. */
const maxClockSkewMs = 60_000

export const isClockTooFarOff = (): boolean => Math.abs(clockSkewMs()) > maxClockSkewMs

/**
 * Measures the database's time now and every 30 seconds. Warns while this node's clock differs from it.
 */
export async function keepDatabaseTime({ db }: Pick<Database, 'db'>) {
  const measure = async () => {
    await measureDatabaseTime(db)
    const skew = Math.round(clockSkewMs() / 1000)
    if (Math.abs(skew) * 1000 > warnAboveMs)
      logWarning(
        'clock',
        `This node's clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} the database's.`,
      )
  }
  await measure()
  return repeatEvery(measureIntervalMs, () => measure().catch((error) => logError('clock', error)))
}
