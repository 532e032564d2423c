import { PGlite, type PGliteOptions, type QueryOptions, type Transaction } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { fromPglite } from 'pg-boss'

/**
 * Drizzle reads these types as text and converts them by column: timestamp, timestamptz, interval, date, and arrays of
 * them and of numeric.
 */
const textTypes = [1114, 1184, 1186, 1082, 1115, 1185, 1187, 1182, 1231]
const keepText = (text: string) => text

/** PGlite would take 128 MB at the start, however small the database is. */
const sharedBuffers = '32MB'

/** A new database gets log files of 1 MB. With PostgreSQL's 16 MB, most of a small database's folder would be empty. */
const initDbStartParams = ['--wal-segsize=1']

/**
 * Opens PGlite for Drizzle and for the job queue. With each query, Drizzle sends parsers for `textTypes`. PGlite would
 * copy its own hundred parsers to merge them, for each answer, which takes as long as a simple query. So PGlite knows
 * Drizzle's parsers from the start, and gets none with a query; the job queue, which needs times as dates, sends its own.
 */
export async function openEmbeddedClient(folder: string, extensions: PGliteOptions['extensions']) {
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${sharedBuffers}`]
  const lite = await PGlite.create(folder, { extensions: extensions ?? {}, startParams, initDbStartParams })
  const parsers = Object.fromEntries(textTypes.map((type) => [type, lite.parsers[type] ?? keepText]))
  for (const type of textTypes) lite.parsers[type] = keepText
  return {
    lite,
    db: drizzle({ client: asDrizzleClient(lite) }),
    jobs: fromPglite({
      query: (text, values) => lite.query(text, values, { parsers }),
      exec: (text) => lite.exec(text, { parsers }),
      listen: (channel, heard) => lite.listen(channel, heard),
    }),
  }
}

const withoutParsers = (client: PGlite | Transaction) => ({
  query: (text: string, values: unknown[], { rowMode = 'object' }: QueryOptions = {}) =>
    client.query(text, values, { rowMode }),
})

/** Drizzle uses these two functions of a client, and the first one within a transaction. */
const asDrizzleClient = (lite: PGlite) =>
  ({
    ...withoutParsers(lite),
    transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
      lite.transaction((tx) => work(withoutParsers(tx) as Transaction)),
  }) as PGlite
