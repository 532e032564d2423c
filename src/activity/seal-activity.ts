import { createHash } from 'node:crypto'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { activity } from '../access/tables.ts'
import { type Database, queryRows, type Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { JobWorker } from '../platform/jobs.ts'
import { activitySeals } from './tables.ts'

const rowsPerSeal = 500

type Seal = { number: number; lastAt: string; lastId: string; hash: string }
const beforeFirstSeal: Seal = { number: 0, lastAt: '-infinity', lastId: '', hash: '' }

/** Once a minute, seals the activity of every account that has new rows. */
export const sealActivityWorker = (database: Database): JobWorker => ({
  queue: 'seal-activity',
  retries: 0,
  schedule: '* * * * *',
  run: async () => {
    const unsealed = await queryRows<{ account: string }>(
      database.db,
      sql`select distinct a.account_id as account from activity a
        where a.at < now() - interval '10 seconds' and a.at > coalesce((
          select s.last_at from activity_seals s where s.account_id = a.account_id order by s.number desc limit 1), '-infinity')`,
    )
    for (const { account } of unsealed) await sealActivity(database, account)
  },
})

/**
 * Seals the rows that are older than ten seconds. No transaction lasts that long, so no row with an earlier time can
 * still be added.
 */
export async function sealActivity(database: Database, account: string): Promise<void> {
  const sealOne = () =>
    inScope(
      database,
      { as: 'system', account },
      async (tx) => {
        const last = await lastSeal(tx, account)
        const found = await rowsAfter(tx, account, last, sql`now() - interval '10 seconds'`)
        const newest = found.at(-1)
        if (!newest) return 0
        await tx.insert(activitySeals).values({
          accountId: account,
          number: last.number + 1,
          rows: found.length,
          lastAt: newest.at,
          lastId: newest.id,
          hash: chain(last.hash, found),
        })
        return found.length
      },
      [sql`pg_advisory_xact_lock(hashtextextended(${`seal ${account}`}, 0))`],
    )
  while ((await sealOne()) === rowsPerSeal);
}

/**
 * Checks the rows against the seals.
 * @returns the number of the first seal that does not match; undefined if all match
 */
export async function firstBrokenSeal(database: Database, account: string): Promise<number | undefined> {
  const scope = { as: 'system', account } as const
  const seals = await inScope(database, scope, (tx) =>
    tx
      .select()
      .from(activitySeals)
      .where(eq(activitySeals.accountId, account))
      .orderBy(asc(activitySeals.number)),
  )
  let before: Seal = beforeFirstSeal
  for (const seal of seals) {
    const found = await inScope(database, scope, (tx) => rowsBetween(tx, account, before, seal))
    if (found.length !== seal.rows || chain(before.hash, found) !== seal.hash) return seal.number
    before = seal
  }
  return undefined
}

async function lastSeal(tx: Tx, account: string): Promise<Seal> {
  const [last] = await tx
    .select()
    .from(activitySeals)
    .where(eq(activitySeals.accountId, account))
    .orderBy(desc(activitySeals.number))
    .limit(1)
  return last ?? beforeFirstSeal
}

type Row = { id: string; at: string; text: string }

const rowsAfter = (tx: Tx, account: string, { lastAt, lastId }: Seal, until: ReturnType<typeof sql>) =>
  queryRows<Row>(
    tx,
    sql`select id, at::text as at, row_to_json(a)::text as text from ${activity} a
      where account_id = ${account} and (at, id) > (${lastAt}::timestamptz, ${lastId}) and at < ${until}
      order by at, id limit ${rowsPerSeal}`,
  )

const rowsBetween = (tx: Tx, account: string, from: Seal, to: Seal) =>
  queryRows<Row>(
    tx,
    sql`select id, at::text as at, row_to_json(a)::text as text from ${activity} a
      where account_id = ${account} and (at, id) > (${from.lastAt}::timestamptz, ${from.lastId})
        and (at, id) <= (${to.lastAt}::timestamptz, ${to.lastId})
      order by at, id`,
  )

const chain = (before: string, found: Row[]) =>
  found
    .reduce((hash, { text }) => hash.update('\n').update(text), createHash('sha256').update(before))
    .digest('hex')
