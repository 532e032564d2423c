import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres'
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { fromDrizzle, PgBoss } from 'pg-boss'
import { openEmbeddedClient } from './embedded-client.ts'
import { lockDataFolder } from './folder-lock.ts'

export type Db = PgDatabase<PgQueryResultHKT>
type PlainTx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** A transaction that knows its time and can queue jobs. */
export type Tx = PlainTx & {
  /**
   * The database's time when the transaction began, like `now()` in SQL. The transaction compares times with it and
   * writes it. It has whole milliseconds, so that an end which has just come is `<= now`.
   */
  now: Date
  /**
   * Queues a job if and when the transaction commits. The job starts after the delay, or at a time by the database's
   * clock.
   */
  enqueue(queue: string, data: object, start?: { afterSeconds: number } | { at: Date }): Promise<void>
}

/** An open channel of notifications. */
export type NotificationListener = {
  /** Rejects once the channel's own connection has broken. */
  check(): Promise<void>
  close(): Promise<void>
}
/**
 * Which connections a transaction uses. The permission check of every request has its own (`gate`). So has work that
 * must not queue behind ordinary writes (`urgent`): a removal from the team would wait for the very writes that it must
 * stop, and the closing of an auction would wait for its bids.
 */
export type Pool = 'normal' | 'gate' | 'urgent'

export type Database = {
  db: Db
  pools: Record<Pool, Db>
  transaction<T>(pool: Pool, work: (tx: PlainTx) => Promise<T>): Promise<T>
  boss: PgBoss
  /** @param onLost called once when the listening connection breaks */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onLost: () => void,
  ): Promise<NotificationListener>
  close(): Promise<void>
}

/** The time limit of a transaction, and therefore the longest time that a removal waits for one. */
export const maxTransactionSeconds = 5

const migrations = { migrationsFolder: join(import.meta.dirname, '../../../migrations') }

/** The only place that distinguishes the databases: PostgreSQL if there is an address, else PGlite in the folder. */
export const openDatabase = (given: { databaseUrl?: string | undefined; dataDir?: string | undefined }) =>
  given.databaseUrl ? openServer(given.databaseUrl) : openEmbedded(given.dataDir)

/** @param dataDir undefined: a database in memory (for tests) */
async function openEmbedded(dataDir: string | undefined): Promise<Database> {
  if (dataDir) mkdirSync(dataDir, { recursive: true })
  const unlockFolder = dataDir ? await lockDataFolder(dataDir) : async () => {}
  const folder = dataDir ? join(dataDir, 'pg') : 'memory://'
  const { lite, db, jobs } = await openEmbeddedClient(folder, { pg_trgm, btree_gin })
  await migrateEmbedded(db, migrations)
  return {
    db,
    pools: { normal: db, gate: db, urgent: db },
    // PGlite answers without yielding to the event loop: many transactions in a row would starve timers and
    // sockets.
    transaction: async (_pool, work) => {
      await setImmediate()
      return db.transaction(work)
    },
    boss: new PgBoss({ db: jobs, backend: 'pglite', useListenNotify: true }),
    listen: async (channel, onPayload) => ({
      check: async () => {},
      close: await lite.listen(channel, onPayload),
    }),
    close: async () => {
      await lite.close()
      await unlockFolder()
    },
  }
}

async function openServer(url: string): Promise<Database> {
  const connections = { normal: poolOf(url, 12), gate: poolOf(url, 4), urgent: poolOf(url, 8) }
  const pools = {
    normal: drizzleServer(connections.normal),
    gate: drizzleServer(connections.gate),
    urgent: drizzleServer(connections.urgent),
  }
  const db = pools.normal
  // Nodes that start together run the migrations one after the other.
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('stagedoor migrations', 0))`)
    await migrateServer(db, migrations)
  })
  return {
    db,
    pools,
    // Drizzle alone would never release a connection that broke before its `begin` was answered.
    transaction: async (pool, work) => {
      const client = await connections[pool].connect()
      try {
        return await drizzleServer(client).transaction(work)
      } finally {
        client.release()
      }
    },
    boss: new PgBoss({ connectionString: url, max: 4, useListenNotify: true }),
    listen: async (channel, onPayload, onLost) => {
      const client = new pg.Client({
        connectionString: url,
        keepAlive: true,
        application_name: 'stagedoor live',
      })
      client.on('error', onLost).on('end', onLost)
      client.on('notification', ({ payload }) => onPayload(payload ?? ''))
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
      return {
        check: async () => void (await client.query('select 1')),
        close: async () => {
          client.off('end', onLost)
          await client.end()
        },
      }
    },
    close: async () => {
      await Promise.all(Object.values(connections).map((pool) => pool.end()))
    },
  }
}

// The pool replaces a connection that breaks, and the failed query throws. The pool also emits the failure as an
// event, even between two queries of a transaction, and without a listener that event would end the process.
const poolOf = (connectionString: string, max: number) =>
  new pg.Pool({ connectionString, max })
    .on('error', () => undefined)
    .on('connect', (client) => client.on('error', () => undefined))

/**
 * A transaction of the server itself, for sign-in, the door and the mail queue. Row security does not limit it.
 * Everything that acts for an account or a person uses `inScope` of scope.ts instead.
 */
export const serviceTransaction = <T>(
  { transaction, boss }: Database,
  work: (tx: Tx) => Promise<T>,
  pool: Pool = 'normal',
): Promise<T> => transaction(pool, async (tx) => work(await beginWork(tx, boss)))

/** Runs the first statement of a transaction, which reads its time. @param settings further expressions for it */
export async function beginWork(tx: PlainTx, boss: PgBoss, settings: SQL[] = []): Promise<Tx> {
  const first = sql.join([sql`floor(extract(epoch from now()) * 1000) as now`, ...settings], sql`, `)
  const { rows } = (await tx.execute(sql`select ${first}`)) as unknown as { rows: { now: string | number }[] }
  return Object.assign(tx, {
    now: new Date(Number(rows[0]?.now)),
    enqueue: async (queue: string, data: object, start?: { afterSeconds: number } | { at: Date }) => {
      const startAfter = start && ('at' in start ? start.at : start.afterSeconds)
      const options = { ...(startAfter && { startAfter }), db: fromDrizzle(tx as never, sql) }
      await boss.send(queue, data, options)
    },
  })
}

/** Runs a statement written in SQL and returns its rows. */
export async function queryRows<T>(tx: Tx | Db, statement: SQL): Promise<T[]> {
  return ((await tx.execute(statement)) as unknown as { rows: T[] }).rows
}
