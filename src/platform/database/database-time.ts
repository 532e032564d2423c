/*
 * The database's clock is the only clock that counts, since the clocks of nodes can differ by hours. Decisions compare
 * times in SQL or with `tx.now`, which each transaction reads from the database, and so do all writes. Whatever needs a
 * time outside of a transaction (ids, timers, a header) uses this node's estimate of the database's time.
 */

/** Milliseconds that the database's clock is ahead of this process's monotonic clock; undefined until measured. */
let offsetMs: number | undefined

/**
 * The database's time in milliseconds, estimated from the last measurement to within a few milliseconds. It never
 * decides whether somebody was in time. A process without a database has only its own clock.
 */
export const databaseTime = (): number => (offsetMs === undefined ? Date.now() : performance.now() + offsetMs)

/** Milliseconds that this node's clock is ahead of the database's; negative when it is behind. */
export const clockSkewMs = (): number => Date.now() - databaseTime()

/** Stores a measurement: the database's time in milliseconds when `performance.now()` was `monotonicMs`. */
export function setDatabaseTime(databaseMs: number, monotonicMs: number): void {
  offsetMs = databaseMs - monotonicMs
}
