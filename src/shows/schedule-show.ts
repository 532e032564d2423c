import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { lockExclusively } from '../access/locks.ts'
import { accounts } from '../access/tables.ts'
import { invalidField, Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { newId } from '../platform/ids.ts'
import { findShow, findShowRow, laterInSeries } from './account-shows.ts'
import type { NewShow, ShowCancellation, ShowChange, ShowRecord } from './show.ts'
import { publishShowChange } from './show-events.ts'
import { lineup, shows } from './tables.ts'

const stepIntervals = { day: '1 day', week: '7 days', fortnight: '14 days' } as const

/**
 * Computes the times at which a clock in the zone shows `local`, on the first date and for each repetition. A show at
 * 19:30 stays at 19:30 when the clocks change. PostgreSQL knows the rules of the time zones.
 */
async function momentsOf(db: Tx, local: string, zone: string, times = 1, step = '1 day'): Promise<Date[]> {
  const found = await queryRows<{ at: string | Date }>(
    db,
    sql`select (${local}::timestamp + number * ${step}::interval) at time zone ${zone} as at
      from generate_series(0, ${times - 1}::int) as number order by number`,
  )
  return found.map(({ at }) => new Date(at))
}

/**
 * Schedules a show and its repetitions.
 * @throws Refusal invalid for a time that has passed
 */
export async function scheduleShow(
  db: Tx,
  actor: Actor,
  { repeat, startsAt, ...fields }: z.output<typeof NewShow>,
) {
  const moments = await momentsOf(
    db,
    startsAt,
    fields.zone,
    repeat?.times,
    repeat && stepIntervals[repeat.every],
  )
  if ((moments[0] as Date).getTime() < db.now.getTime() - 60_000) throw invalidField('startsAt', 'past')
  const [account] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  const seriesId = repeat ? newId('series') : null
  const rows = moments.map((startsAt) => ({
    ...fields,
    accountId: actor.account,
    id: newId('show'),
    seriesId,
    startsAt,
    currency: account?.currency as string,
    createdBy: actor.name,
  }))
  await db.insert(shows).values(rows)
  await recordAct(db, actor, {
    act: 'shows.scheduled',
    subject: { id: rows[0]?.id as string, name: fields.title },
    details: { startsAt: moments[0]?.toISOString(), ...(repeat && { times: repeat.times }) },
  })
  for (const { id } of rows) await publishShowChange(db, { account: actor.account, show: id })
  const items = []
  for (const { id } of rows) items.push(await findShow(db, actor, id))
  return { items, next: null }
}

/**
 * Changes a scheduled show and, with `following`, the later ones of its series.
 * @throws Refusal not_found, not_scheduled, or invalid for a time that has passed
 */
export async function editShow(
  db: Tx,
  actor: Actor,
  id: string,
  { following, startsAt, zone, ...change }: z.output<typeof ShowChange>,
) {
  const show = await lockShow(db, actor, id)
  if (show.status === 'ended' || show.status === 'cancelled') throw new Refusal('show_over')
  const moved = startsAt !== undefined || zone !== undefined
  if (moved && show.status !== 'scheduled') throw new Refusal('not_scheduled')
  const later = following && show.seriesId ? await db.select().from(shows).where(laterInSeries(show)) : []
  if (moved) await moveShows(db, [show, ...later], startsAt, zone ?? show.zone)
  if (Object.keys(change).length > 0)
    await db
      .update(shows)
      .set(change)
      .where(
        and(
          eq(shows.accountId, actor.account),
          inArray(
            shows.id,
            [show, ...later].map(({ id }) => id),
          ),
        ),
      )
  await recordAct(db, actor, {
    act: 'shows.edited',
    subject: { id, name: change.title ?? show.title },
    details: later.length > 0 ? { shows: later.length + 1 } : {},
  })
  for (const each of [show, ...later]) await publishShowChange(db, { account: actor.account, show: each.id })
  return findShow(db, actor, id)
}

/** Moves the first show to the new time, and the other shows by the same difference on the zone's clock. */
async function moveShows(db: Tx, all: ShowRecord[], startsAt: string | undefined, zone: string) {
  const [first] = all as [ShowRecord]
  const clock = sql`(${first.startsAt.toISOString()}::timestamptz at time zone ${first.zone})`
  const shift = startsAt ? sql`(${startsAt}::timestamp - ${clock})` : sql`interval '0'`
  const moved = await db
    .update(shows)
    .set({
      startsAt: sql`(${shows.startsAt} at time zone ${shows.zone} + ${shift}) at time zone ${zone}`,
      zone,
    })
    .where(or(...all.map(({ accountId, id }) => byKey(shows, accountId, id))))
    .returning({ startsAt: shows.startsAt })
  if (moved.some(({ startsAt }) => startsAt.getTime() < db.now.getTime() - 60_000))
    throw invalidField('startsAt', 'past')
}

/**
 * Cancels a scheduled show and, with `following`, the later ones of its series.
 * @throws Refusal not_found or not_scheduled
 */
export async function cancelShow(
  db: Tx,
  actor: Actor,
  id: string,
  { reason = '', following }: z.output<typeof ShowCancellation>,
) {
  const show = await lockShow(db, actor, id)
  if (show.status !== 'scheduled') throw new Refusal('not_scheduled')
  const later = following && show.seriesId ? await db.select().from(shows).where(laterInSeries(show)) : []
  const ids = [show, ...later].map(({ id }) => id)
  await db
    .update(shows)
    .set({ status: 'cancelled', closedAt: sql`now()`, closedBy: actor.name, closeNote: reason })
    .where(and(eq(shows.accountId, actor.account), inArray(shows.id, ids), eq(shows.status, 'scheduled')))
  await recordAct(db, actor, {
    act: 'shows.cancelled',
    subject: { id, name: show.title },
    details: later.length > 0 ? { shows: ids.length } : {},
  })
  for (const show of ids) await publishShowChange(db, { account: actor.account, show })
  return findShow(db, actor, id)
}

/**
 * Creates a rehearsal: a separate show with the same products, which only the team can see.
 * @throws Refusal not_found
 */
export async function createRehearsal(db: Tx, actor: Actor, id: string) {
  const show = await findShowRow(db, actor.account, id)
  const rehearsal = newId('show')
  await db.insert(shows).values({
    accountId: actor.account,
    id: rehearsal,
    rehearses: show.rehearses ?? show.id,
    title: show.title,
    startsAt: db.now,
    zone: show.zone,
    discoverability: 'link',
    currency: show.currency,
    createdBy: actor.name,
  })
  await db.execute(sql`
    insert into ${lineup} (account_id, show_id, product_id, position, price)
    select account_id, ${rehearsal}, product_id, position, price from ${lineup}
    where account_id = ${actor.account} and show_id = ${show.id}`)
  await recordAct(db, actor, { act: 'shows.rehearsed', subject: { id: show.id, name: show.title } })
  return findShow(db, actor, rehearsal)
}

/**
 * Locks the show until the commit.
 * @throws Refusal not_found
 */
export async function lockShow(db: Tx, { account }: Pick<Actor, 'account'>, id: string): Promise<ShowRecord> {
  await lockExclusively(db, 'show', account, id)
  return findShowRow(db, account, id)
}
