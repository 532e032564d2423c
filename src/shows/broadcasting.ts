import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { reference } from '../ground/text.ts'
import { colleague } from '../team/colleagues.ts'
import { find, openBroadcast } from './listing.ts'
import { hold } from './schedule.ts'
import { type Row, resumeBy } from './show.ts'
import { type broadcastEnds, broadcasts, shows } from './tables.ts'
import { say, tellChange } from './telling.ts'

/*
 * A broadcast is one host's time on the air. A show is live while one is open, and stopped when it ends by anything
 * but a hand-over or the show's own end.
 */
export const GoLive = z.strictObject({
  /** Ends a broadcast of one's own on another device. */
  takeOver: z.boolean().optional(),
})
export const HandOver = z.strictObject({
  /** Another member who may host; null takes it back. */
  member: reference.nullable(),
})

export type Broadcast = typeof broadcasts.$inferSelect
export type End = (typeof broadcastEnds)[number]

/** Begins, goes on, or takes over what was handed over. @throws Refusal not_found, show_over or on_air */
export async function goLive(db: Tx, actor: Actor, id: string, { takeOver }: z.output<typeof GoLive>) {
  const show = await hold(db, actor, id)
  if (!canGoLive(show)) throw new Refusal('show_over')
  const present = await onAir(db, show)
  if (present) {
    const yours = present.personId === actor.person
    if (!(yours ? takeOver : present.offeredTo === actor.person))
      throw new Refusal('on_air', { name: present.personName, yours })
    await endBroadcast(db, present, 'handed_over', actor.name)
  }
  await db.insert(broadcasts).values({
    accountId: actor.account,
    id: newId('broadcast'),
    showId: id,
    personId: actor.person,
    personName: actor.name,
  })
  await db
    .update(shows)
    .set({ state: 'live', startedAt: sql`coalesce(${shows.startedAt}, now())`, stoppedAt: null })
    .where(ofShow(show))
  await note(db, actor, show, present ? 'shows.taken_over' : show.startedAt ? 'shows.resumed' : 'shows.began')
  await tellChange(db, { account: actor.account, show: id })
  return { show: await find(db, actor, id), begins: !show.startedAt && !show.rehearses }
}

const canGoLive = (show: Row): boolean =>
  show.state === 'scheduled' ||
  show.state === 'live' ||
  (show.state === 'stopped' && (resumeBy(show) as Date).getTime() > Date.now())

/** The host's studio is still there. */
export async function beat(db: Tx, actor: Actor, id: string) {
  const [seen] = await db
    .update(broadcasts)
    .set({ seenAt: sql`now()` })
    .where(and(openBroadcast({ accountId: actor.account, id }), eq(broadcasts.personId, actor.person)))
    .returning({ video: broadcasts.video })
  return { onAir: seen !== undefined, video: seen?.video ?? false }
}

/** @throws Refusal not_found, not_host (somebody else is on the air), or nobody_to_hand_to */
export async function handOver(db: Tx, actor: Actor, id: string, { member }: z.output<typeof HandOver>) {
  const show = await hold(db, actor, id)
  const present = await onAir(db, show)
  if (present?.personId !== actor.person) throw new Refusal('not_host')
  const to = member === null ? undefined : await colleague(db, actor, member, 'shows.host')
  if (member !== null && !to) throw new Refusal('nobody_to_hand_to')
  await db
    .update(broadcasts)
    .set({ offeredTo: to?.person ?? null, offeredName: to?.name ?? null })
    .where(ofBroadcast(present))
  if (to) await note(db, actor, show, 'shows.handed_over', { to: to.name })
  await tellChange(db, { account: actor.account, show: id })
  return find(db, actor, id)
}

/** Leaves the air; the show can go on for two hours. @throws Refusal not_found or not_host */
export async function stop(db: Tx, actor: Actor, id: string) {
  const show = await hold(db, actor, id)
  const present = await onAir(db, show)
  if (present?.personId !== actor.person) throw new Refusal('not_host')
  await stopShow(db, show, present, 'stopped', actor.name)
  await note(db, actor, show, 'shows.stopped')
  return find(db, actor, id)
}

/** Takes whoever hosts off the air. @throws Refusal not_found or not_on_air */
export async function emergencyStop(db: Tx, actor: Actor, id: string) {
  const show = await hold(db, actor, id)
  const present = await onAir(db, show)
  if (!present) throw new Refusal('not_on_air')
  await stopShow(db, show, present, 'emergency', actor.name)
  await note(db, actor, show, 'shows.emergency_stop', { host: present.personName })
  return find(db, actor, id)
}

/**
 * Ends the show for good.
 * @param running whether an auction is: it goes on to its end first
 * @throws Refusal not_found, not_live, not_host or auction_running
 */
export async function end(
  db: Tx,
  actor: Actor,
  id: string,
  running: (db: Tx, show: string) => Promise<boolean>,
) {
  const show = await hold(db, actor, id)
  if (show.state !== 'live' && show.state !== 'stopped') throw new Refusal('not_live')
  const present = await onAir(db, show)
  if (present && present.personId !== actor.person) throw new Refusal('not_host')
  if (await running(db, id)) throw new Refusal('auction_running')
  if (present) await endBroadcast(db, present, 'ended', actor.name)
  await db
    .update(shows)
    .set({ state: 'ended', closedAt: sql`now()`, closedBy: actor.name })
    .where(ofShow(show))
  await note(db, actor, show, 'shows.ended')
  await tellChange(db, { account: actor.account, show: id })
  return find(db, actor, id)
}

/** Who is on the air in the show. */
export async function onAir(db: Tx, show: Pick<Row, 'accountId' | 'id'>): Promise<Broadcast | undefined> {
  const [found] = await db.select().from(broadcasts).where(openBroadcast(show))
  return found
}

/** The broadcast ends and the show with it is stopped, until somebody goes on. */
export async function stopShow(db: Tx, show: Row, present: Broadcast, end: End, by: string | null) {
  await endBroadcast(db, present, end, by)
  await db
    .update(shows)
    .set({ state: 'stopped', stoppedAt: sql`now()` })
    .where(and(ofShow(show), eq(shows.state, 'live')))
  await tellChange(db, { account: show.accountId, show: show.id })
}

async function endBroadcast(db: Tx, present: Broadcast, end: End, by: string | null) {
  await db
    .update(broadcasts)
    .set({ endedAt: sql`now()`, endedBy: by, end, video: false })
    .where(and(ofBroadcast(present), isNull(broadcasts.endedAt)))
  const to = { account: present.accountId, show: present.showId }
  await say(db, to, { type: 'off-air', broadcast: present.id, handedOver: end === 'handed_over' })
}

const ofShow = ({ accountId, id }: Pick<Row, 'accountId' | 'id'>) =>
  and(eq(shows.accountId, accountId), eq(shows.id, id))
export const ofBroadcast = ({ accountId, id }: Pick<Broadcast, 'accountId' | 'id'>) =>
  and(eq(broadcasts.accountId, accountId), eq(broadcasts.id, id))

const note = (db: Tx, actor: Actor, show: Row, act: `shows.${string}`, details = {}) =>
  record(db, actor, {
    act,
    subject: { id: show.id, name: show.title },
    details: { ...details, ...(show.rehearses && { rehearsal: true }) },
  })
