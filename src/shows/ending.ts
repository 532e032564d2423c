import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Block } from '../door/errors.ts'
import { record, theService } from '../door/record.ts'
import { accounts } from '../door/tables.ts'
import { asService, type Database, type Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import { within } from '../ground/scope.ts'
import { may, type Role } from '../permissions.ts'
import { type Broadcast, type End, onAir, stopShow } from './broadcasting.ts'
import { hold } from './schedule.ts'
import { missedHours, type Row, resumeHours } from './show.ts'
import { broadcasts, shows } from './tables.ts'
import { tellChange } from './telling.ts'

/** Seconds without a sign of the host's studio, after which they are off the air. */
const patience = 45

/**
 * A member's access ended, or their role is another now: what they host stops with it, in the same transaction.
 * @param role null: they are out
 * @returns the shows that were stopped
 */
export async function accessEnded(
  tx: Tx,
  account: string,
  person: string,
  role: Role | null,
): Promise<{ show: string; host: string }[]> {
  if (role && may(role, 'shows.host')) return []
  const hosted = await tx
    .select({ show: broadcasts.showId, host: broadcasts.personName })
    .from(broadcasts)
    .where(
      and(eq(broadcasts.accountId, account), eq(broadcasts.personId, person), isNull(broadcasts.endedAt)),
    )
  for (const { show } of hosted)
    await stopIf(tx, account, show, 'access_ended', ({ personId }) => personId === person)
  return hosted
}

/** Shows that are on, which stand in the way of an account's deletion. */
export async function blocksDeletion(tx: Tx, account: string): Promise<Block[]> {
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(shows)
    .where(and(eq(shows.accountId, account), inArray(shows.state, ['live', 'stopped'])))
  return found?.count ? [{ what: 'shows', count: found.count }] : []
}

/** Is told, in the transaction, of a host who was taken off the air. */
export type Told = (tx: Tx, account: string, show: string, host: string) => Promise<void>

/** Takes off the air those of whom nothing was heard: whose device, line or node broke. */
export async function stopLost(database: Database, told: Told): Promise<void> {
  const silent = lt(broadcasts.seenAt, sql`now() - ${`${patience} seconds`}::interval`)
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
    await within(database, { as: 'system', account }, async (tx) => {
      const isLost = (present: Broadcast) => present.id === id && isSilent(present.seenAt)
      if (await stopIf(tx, account, show, 'lost', isLost)) await told(tx, account, show, host)
    })
}

const isSilent = (seenAt: Date) => seenAt.getTime() < Date.now() - (patience - 5) * 1000

async function stopIf(
  tx: Tx,
  account: string,
  id: string,
  end: End,
  which: (present: Broadcast) => boolean,
): Promise<boolean> {
  const show = await hold(tx, { account }, id)
  const present = await onAir(tx, show)
  if (!present || !which(present)) return false
  await stopShow(tx, show, present, end, null)
  await recordAsClock(tx, show, 'shows.stopped_by_clock', { host: present.personName, end })
  return true
}

/** Ends what was stopped for too long, and gives up what nobody began. */
export const lapsedShowsWorker = (database: Database): Worker => ({
  queue: 'shows-lapse',
  retries: 0,
  schedule: '* * * * *',
  run: async () => {
    const due = await asService(database, (tx) =>
      tx
        .select({ account: shows.accountId, id: shows.id, state: shows.state })
        .from(shows)
        .where(
          sql`(${shows.state} = 'stopped' and ${shows.stoppedAt} < now() - ${`${resumeHours} hours`}::interval)
            or (${shows.state} = 'scheduled' and ${shows.startsAt} < now() - ${`${missedHours} hours`}::interval)`,
        )
        .limit(200),
    )
    for (const { account, id, state } of due)
      await within(database, { as: 'system', account }, (tx) => lapse(tx, account, id, state))
  },
})

async function lapse(tx: Tx, account: string, id: string, before: Row['state']) {
  const show = await hold(tx, { account }, id)
  if (show.state !== before) return
  const state = before === 'stopped' ? 'ended' : 'cancelled'
  await tx
    .update(shows)
    .set({ state, closedAt: sql`now()` })
    .where(and(eq(shows.accountId, account), eq(shows.id, id)))
  if (!show.rehearses) await recordAsClock(tx, show, state === 'ended' ? 'shows.ended' : 'shows.missed', {})
  await tellChange(tx, { account, show: id })
}

async function recordAsClock(tx: Tx, show: Row, act: `shows.${string}`, details: Record<string, unknown>) {
  const [account] = await tx
    .select({ name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, show.accountId))
  await record(tx, theService(show.accountId, account?.name ?? ''), {
    act,
    subject: { id: show.id, name: show.title },
    details,
  })
}
