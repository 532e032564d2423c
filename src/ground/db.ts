import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres'
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite'
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss'
import { takeFolder } from './lock.ts'

export type Db = PgDatabase<PgQueryResultHKT>
type PlainTx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** A transaction that also queues jobs: they leave with its commit, or not at all. */
export type Tx = PlainTx & {
  enqueue(queue: string, data: object, options?: { startAfter?: Date; singletonKey?: string }): Promise<void>
}

/** An open channel of notifications. */
export type Ear = {
  /** Rejects when the channel's own connection is gone. */
  check(): Promise<void>
  close(): Promise<void>
}
/**
 * Connections of their own for the gate and for changes of the team: a removal does not queue behind the writers
 * whom it is to stop.
 */
export type Lane = 'work' | 'gate' | 'team'

export type Database = {
  db: Db
  lanes: Record<Lane, Db>
  transaction<T>(lane: Lane, work: (tx: PlainTx) => Promise<T>): Promise<T>
  boss: PgBoss
  /** @param lost called once when the connection that listens has broken */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): Promise<Ear>
  close(): Promise<void>
}

/** Seconds that a transaction may last: what a removal may have to wait for at most. */
export const longestTransaction = 5

const migrations = { migrationsFolder: join(import.meta.dirname, '../../migrations') }

/** The only place that knows which database it is: PostgreSQL with an address, else PGlite in the folder. */
export const openDatabase = (given: { databaseUrl?: string | undefined; dataDir?: string | undefined }) =>
  given.databaseUrl ? openServer(given.databaseUrl) : openEmbedded(given.dataDir)

/** @param dataDir without one, a database in memory (for tests) */
async function openEmbedded(dataDir: string | undefined): Promise<Database> {
  if (dataDir) mkdirSync(dataDir, { recursive: true })
  const giveBack = dataDir ? await takeFolder(dataDir) : async () => {}
  const lite = await PGlite.create(dataDir ? join(dataDir, 'pg') : 'memory://', {
    extensions: { pg_trgm, btree_gin },
  })
  const db = drizzleEmbedded(lite)
  await migrateEmbedded(db, migrations)
  return {
    db,
    lanes: { work: db, gate: db, team: db },
    // It answers without leaving its turn: many transactions in a row would keep timers and sockets waiting.
    transaction: async (_lane, work) => {
      await setImmediate()
      return db.transaction(work)
    },
    boss: new PgBoss({ db: fromPglite(lite), backend: 'pglite' }),
    listen: async (channel, heard) => ({ check: async () => {}, close: await lite.listen(channel, heard) }),
    close: async () => {
      await lite.close()
      await giveBack()
    },
  }
}

async function openServer(url: string): Promise<Database> {
  const pools = { work: poolOf(url, 12), gate: poolOf(url, 4), team: poolOf(url, 8) }
  const lanes = {
    work: drizzleServer(pools.work),
    gate: drizzleServer(pools.gate),
    team: drizzleServer(pools.team),
  }
  const db = lanes.work
  // Nodes that start together migrate one after the other.
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('stagedoor migrations', 0))`)
    await migrateServer(db, migrations)
  })
  return {
    db,
    lanes,
    // Drizzle by itself would never give back a connection that broke before its `begin` was answered.
    transaction: async (lane, work) => {
      const client = await pools[lane].connect()
      try {
        return await drizzleServer(client).transaction(work)
      } finally {
        client.release()
      }
    },
    boss: new PgBoss({ connectionString: url, max: 4 }),
    listen: async (channel, heard, lost) => {
      const client = new pg.Client({
        connectionString: url,
        keepAlive: true,
        application_name: 'stagedoor live',
      })
      client.on('error', lost).on('end', lost)
      client.on('notification', ({ payload }) => heard(payload ?? ''))
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
      return {
        check: async () => void (await client.query('select 1')),
        close: async () => {
          client.off('end', lost)
          await client.end()
        },
      }
    },
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    },
  }
}

// A connection that breaks is replaced by the pool, and whoever was using it hears of it by their query. That it
// broke is also told as an event, even between two queries of a transaction, and would end the process unheard.
const poolOf = (connectionString: string, max: number) =>
  new pg.Pool({ connectionString, max })
    .on('error', () => undefined)
    .on('connect', (client) => client.on('error', () => undefined))

/**
 * A transaction of the service itself, whom row security does not bind: for sign-in, the door and the mail's
 * queue. Whatever acts for an account or a person goes through `within` of scope.ts.
 */
export const asService = <T>(
  { transaction, boss }: Database,
  work: (tx: Tx) => Promise<T>,
  lane: Lane = 'work',
): Promise<T> =>
  transaction(lane, (tx) =>
    work(
      Object.assign(tx, {
        enqueue: async (queue: string, data: object, options = {}) =>
          void (await boss.send(queue, data, { ...options, db: fromDrizzle(tx as never, sql) })),
      }),
    ),
  )

/** The rows of a statement written in SQL. */
export async function rows<T>(tx: Tx | Db, statement: SQL): Promise<T[]> {
  return ((await tx.execute(statement)) as unknown as { rows: T[] }).rows
}
