/*
 * The database's clock is the only clock: nodes can differ by hours. What is decided or written compares in SQL, or with
 * `tx.now`, which each transaction reads from the database. What needs a time outside a transaction (ids, timers, a
 * header) takes this node's estimate of the database's time.
 */

/** Milliseconds that the database's clock is ahead of this process's monotonic clock; undefined until measured. */
let offsetMs: number | undefined

/**
 * The database's time in milliseconds, from the last measurement: within a few milliseconds. It never decides who was
 * in time. A process without a database has only its own clock.
 */
export const databaseTime = (): number => (offsetMs === undefined ? Date.now() : performance.now() + offsetMs)

/** Milliseconds that this node's clock is ahead of the database's; negative when it is behind. */
export const clockSkewMs = (): number => Date.now() - databaseTime()

/** Takes a measurement: the database's time in milliseconds at a moment of `performance.now()`. */
export function setDatabaseTime(databaseMs: number, monotonicMs: number): void {
  offsetMs = databaseMs - monotonicMs
}
