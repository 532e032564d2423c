import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { byRow } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { newId } from '../platform/ids.ts'
import { idReference } from '../platform/text-schemas.ts'
import { findOtherMember } from '../team/find-member.ts'
import { findShow, openBroadcast } from './account-shows.ts'
import { lockShow } from './schedule-show.ts'
import { resumeBy, type ShowRecord } from './show.ts'
import { OffAirPush, publishShowChange, publishToShow } from './show-events.ts'
import { type broadcastEnds, broadcasts, shows } from './tables.ts'

/*
 * A broadcast is one host's time on the air. A show is live while it has an open broadcast. It is stopped when the
 * broadcast ends in any way other than a hand-over or the end of the show.
 */
export const GoLive = z.strictObject({
  takeOver: z.boolean().optional().describe("Whether to end the actor's own broadcast on another device."),
})
export const HandOver = z.strictObject({
  member: idReference.nullable().describe('The id of another member who may host; null cancels the offer.'),
})

export type Broadcast = typeof broadcasts.$inferSelect
export type BroadcastEnd = (typeof broadcastEnds)[number]

/**
 * Starts a show, continues a stopped one, or accepts a hand-over.
 * @throws Refusal not_found, show_over or on_air
 */
export async function goLive(db: Tx, actor: Actor, id: string, { takeOver }: z.output<typeof GoLive>) {
  const show = await lockShow(db, actor, id)
  if (!canGoLive(show, db.now)) throw new Refusal('show_over')
  const present = await findBroadcastOnAir(db, show)
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
    .set({ status: 'live', startedAt: sql`coalesce(${shows.startedAt}, now())`, stoppedAt: null })
    .where(byRow(shows, show))
  await note(db, actor, show, present ? 'shows.taken_over' : show.startedAt ? 'shows.resumed' : 'shows.began')
  await publishShowChange(db, { account: actor.account, show: id })
  return { show: await findShow(db, actor, id), begins: !show.startedAt && !show.rehearses }
}

const canGoLive = (show: ShowRecord, now: Date): boolean =>
  show.status === 'scheduled' ||
  show.status === 'live' ||
  (show.status === 'stopped' && (resumeBy(show) as Date) > now)

/** Records that the host's studio is still open. */
export async function keepBroadcastAlive(db: Tx, actor: Actor, id: string) {
  const [seen] = await db
    .update(broadcasts)
    .set({ seenAt: sql`now()` })
    .where(and(openBroadcast({ accountId: actor.account, id }), eq(broadcasts.personId, actor.person)))
    .returning({ video: broadcasts.video })
  return { onAir: seen !== undefined, video: seen?.video ?? false }
}

/**
 * Offers the show to another host, who can then go live.
 * @throws Refusal not_found, not_host (another member is on the air), or nobody_to_hand_to
 */
export async function handOverBroadcast(
  db: Tx,
  actor: Actor,
  id: string,
  { member }: z.output<typeof HandOver>,
) {
  const show = await lockShow(db, actor, id)
  const present = await findBroadcastOnAir(db, show)
  if (present?.personId !== actor.person) throw new Refusal('not_host')
  const to = member === null ? undefined : await findOtherMember(db, actor, member, 'shows.host')
  if (member !== null && !to) throw new Refusal('nobody_to_hand_to')
  await db
    .update(broadcasts)
    .set({ offeredTo: to?.person ?? null, offeredName: to?.name ?? null })
    .where(byRow(broadcasts, present))
  if (to) await note(db, actor, show, 'shows.handed_over', { to: to.name })
  await publishShowChange(db, { account: actor.account, show: id })
  return findShow(db, actor, id)
}

/**
 * Stops the actor's own broadcast. The show can be continued for two hours.
 * @throws Refusal not_found or not_host
 */
export async function stopBroadcast(db: Tx, actor: Actor, id: string) {
  const show = await lockShow(db, actor, id)
  const present = await findBroadcastOnAir(db, show)
  if (present?.personId !== actor.person) throw new Refusal('not_host')
  await stopShow(db, show, present, 'stopped', actor.name)
  await note(db, actor, show, 'shows.stopped')
  return findShow(db, actor, id)
}

/**
 * Stops the broadcast of any host.
 * @throws Refusal not_found or not_on_air
 */
export async function emergencyStopShow(db: Tx, actor: Actor, id: string) {
  const show = await lockShow(db, actor, id)
  const present = await findBroadcastOnAir(db, show)
  if (!present) throw new Refusal('not_on_air')
  await stopShow(db, show, present, 'emergency', actor.name)
  await note(db, actor, show, 'shows.emergency_stop', { host: present.personName })
  return findShow(db, actor, id)
}

/**
 * Ends the show for good.
 * @param running tells whether an auction is running, before whose end the show cannot end
 * @throws Refusal not_found, not_live, not_host or auction_running
 */
export async function endShow(
  db: Tx,
  actor: Actor,
  id: string,
  running: (db: Tx, show: string) => Promise<boolean>,
) {
  const show = await lockShow(db, actor, id)
  if (show.status !== 'live' && show.status !== 'stopped') throw new Refusal('not_live')
  const present = await findBroadcastOnAir(db, show)
  if (present && present.personId !== actor.person) throw new Refusal('not_host')
  if (await running(db, id)) throw new Refusal('auction_running')
  if (present) await endBroadcast(db, present, 'ended', actor.name)
  await db
    .update(shows)
    .set({ status: 'ended', closedAt: sql`now()`, closedBy: actor.name })
    .where(byRow(shows, show))
  await note(db, actor, show, 'shows.ended')
  await publishShowChange(db, { account: actor.account, show: id })
  return findShow(db, actor, id)
}

/** The show's open broadcast, if there is one. */
export async function findBroadcastOnAir(
  db: Tx,
  show: Pick<ShowRecord, 'accountId' | 'id'>,
): Promise<Broadcast | undefined> {
  const [found] = await db.select().from(broadcasts).where(openBroadcast(show))
  return found
}

/** Ends the broadcast and stops the show, until a host continues it. */
export async function stopShow(
  db: Tx,
  show: ShowRecord,
  present: Broadcast,
  end: BroadcastEnd,
  by: string | null,
) {
  await endBroadcast(db, present, end, by)
  await db
    .update(shows)
    .set({ status: 'stopped', stoppedAt: sql`now()` })
    .where(and(byRow(shows, show), eq(shows.status, 'live')))
  await publishShowChange(db, { account: show.accountId, show: show.id })
}

async function endBroadcast(db: Tx, present: Broadcast, end: BroadcastEnd, by: string | null) {
  await db
    .update(broadcasts)
    .set({ endedAt: sql`now()`, endedBy: by, end, video: false })
    .where(and(byRow(broadcasts, present), isNull(broadcasts.endedAt)))
  const to = { account: present.accountId, show: present.showId }
  await publishToShow(db, to, OffAirPush, { broadcast: present.id, handedOver: end === 'handed_over' })
}

const note = (db: Tx, actor: Actor, show: ShowRecord, act: `shows.${string}`, details = {}) =>
  recordAct(db, actor, {
    act,
    subject: { id: show.id, name: show.title },
    details: { ...details, ...(show.rehearses && { rehearsal: true }) },
  })
