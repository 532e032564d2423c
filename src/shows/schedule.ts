import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { invalid, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdAlone } from '../door/locks.ts'
import { record } from '../door/record.ts'
import { accounts } from '../door/tables.ts'
import { rows, type Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { find, laterInSeries, rowOf } from './listing.ts'
import type { Cancelling, NewShow, Row, ShowChange } from './show.ts'
import { lineup, shows } from './tables.ts'
import { tellChange } from './telling.ts'

const steps = { day: '1 day', week: '7 days', fortnight: '14 days' } as const

/**
 * The moment at which a clock in the zone shows that, and its repetitions: as the clock shows it each time, so that
 * a show at 19:30 stays at 19:30 when the clocks change. PostgreSQL knows the zones' rules.
 */
async function momentsOf(db: Tx, local: string, zone: string, times = 1, step = '1 day'): Promise<Date[]> {
  const found = await rows<{ at: string | Date }>(
    db,
    sql`select (${local}::timestamp + number * ${step}::interval) at time zone ${zone} as at
      from generate_series(0, ${times - 1}::int) as number order by number`,
  )
  return found.map(({ at }) => new Date(at))
}

/** Schedules a show and its repetitions. @throws Refusal invalid for a time that has passed */
export async function create(db: Tx, actor: Actor, { repeat, startsAt, ...given }: z.output<typeof NewShow>) {
  const moments = await momentsOf(db, startsAt, given.zone, repeat?.times, repeat && steps[repeat.every])
  if ((moments[0] as Date).getTime() < Date.now() - 60_000) throw invalid('startsAt', 'past')
  const [account] = await db
    .select({ currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  const seriesId = repeat ? newId('series') : null
  const made = moments.map((startsAt) => ({
    ...given,
    accountId: actor.account,
    id: newId('show'),
    seriesId,
    startsAt,
    currency: account?.currency as string,
    createdBy: actor.name,
  }))
  await db.insert(shows).values(made)
  await record(db, actor, {
    act: 'shows.scheduled',
    subject: { id: made[0]?.id as string, name: given.title },
    details: { startsAt: moments[0]?.toISOString(), ...(repeat && { times: repeat.times }) },
  })
  for (const { id } of made) await tellChange(db, { account: actor.account, show: id })
  const items = []
  for (const { id } of made) items.push(await find(db, actor, id))
  return { items, next: null }
}

/** @throws Refusal not_found, not_scheduled, or invalid for a time that has passed */
export async function edit(
  db: Tx,
  actor: Actor,
  id: string,
  { following, startsAt, zone, ...change }: z.output<typeof ShowChange>,
) {
  const show = await hold(db, actor, id)
  if (show.state === 'ended' || show.state === 'cancelled') throw new Refusal('show_over')
  const moved = startsAt !== undefined || zone !== undefined
  if (moved && show.state !== 'scheduled') throw new Refusal('not_scheduled')
  const later = following && show.seriesId ? await db.select().from(shows).where(laterInSeries(show)) : []
  if (moved) await move(db, [show, ...later], startsAt, zone ?? show.zone)
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
  await record(db, actor, {
    act: 'shows.edited',
    subject: { id, name: change.title ?? show.title },
    details: later.length > 0 ? { shows: later.length + 1 } : {},
  })
  for (const each of [show, ...later]) await tellChange(db, { account: actor.account, show: each.id })
  return find(db, actor, id)
}

/** Moves shows so that the first is at the new time, and the others by as much on the clock of the zone. */
async function move(db: Tx, all: Row[], startsAt: string | undefined, zone: string) {
  const [first] = all as [Row]
  const clock = sql`(${first.startsAt.toISOString()}::timestamptz at time zone ${first.zone})`
  const shift = startsAt ? sql`(${startsAt}::timestamp - ${clock})` : sql`interval '0'`
  const moved = await db
    .update(shows)
    .set({
      startsAt: sql`(${shows.startsAt} at time zone ${shows.zone} + ${shift}) at time zone ${zone}`,
      zone,
    })
    .where(or(...all.map(({ accountId, id }) => and(eq(shows.accountId, accountId), eq(shows.id, id)))))
    .returning({ startsAt: shows.startsAt })
  if (moved.some(({ startsAt }) => startsAt.getTime() < Date.now() - 60_000))
    throw invalid('startsAt', 'past')
}

/** @throws Refusal not_found or not_scheduled */
export async function cancel(
  db: Tx,
  actor: Actor,
  id: string,
  { reason = '', following }: z.output<typeof Cancelling>,
) {
  const show = await hold(db, actor, id)
  if (show.state !== 'scheduled') throw new Refusal('not_scheduled')
  const later = following && show.seriesId ? await db.select().from(shows).where(laterInSeries(show)) : []
  const ids = [show, ...later].map(({ id }) => id)
  await db
    .update(shows)
    .set({ state: 'cancelled', closedAt: sql`now()`, closedBy: actor.name, closeNote: reason })
    .where(and(eq(shows.accountId, actor.account), inArray(shows.id, ids), eq(shows.state, 'scheduled')))
  await record(db, actor, {
    act: 'shows.cancelled',
    subject: { id, name: show.title },
    details: later.length > 0 ? { shows: ids.length } : {},
  })
  for (const show of ids) await tellChange(db, { account: actor.account, show })
  return find(db, actor, id)
}

/** A show of its own to try things in: with the same products, seen by the team alone. @throws Refusal not_found */
export async function rehearse(db: Tx, actor: Actor, id: string) {
  const show = await rowOf(db, actor.account, id)
  const rehearsal = newId('show')
  await db.insert(shows).values({
    accountId: actor.account,
    id: rehearsal,
    rehearses: show.rehearses ?? show.id,
    title: show.title,
    startsAt: new Date(),
    zone: show.zone,
    discoverability: 'link',
    currency: show.currency,
    createdBy: actor.name,
  })
  await db.execute(sql`
    insert into ${lineup} (account_id, show_id, product_id, position, price)
    select account_id, ${rehearsal}, product_id, position, price from ${lineup}
    where account_id = ${actor.account} and show_id = ${show.id}`)
  await record(db, actor, { act: 'shows.rehearsed', subject: { id: show.id, name: show.title } })
  return find(db, actor, rehearsal)
}

/** The show, which nobody else changes until the commit. @throws Refusal not_found */
export async function hold(db: Tx, { account }: Pick<Actor, 'account'>, id: string): Promise<Row> {
  await holdAlone(db, 'show', account, id)
  return rowOf(db, account, id)
}
