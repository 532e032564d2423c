import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Bus } from '../ground/bus.ts'
import type { Config } from '../ground/config.ts'
import type { Database, Tx } from '../ground/db.ts'
import { report } from '../ground/report.ts'
import { within } from '../ground/scope.ts'
import type { Relay } from '../video/relay.ts'
import { ofBroadcast, onAir } from './broadcasting.ts'
import { rowOf } from './listing.ts'
import { shown } from './published.ts'
import { broadcasts } from './tables.ts'
import { say } from './telling.ts'

/*
 * A show's picture: whoever is on the air sends it (WHIP), whoever watches receives it (WHEP). The relay knows
 * streams, which are shows, and their owners, which are broadcasts.
 */
export type Sending = { account: string; show: string; broadcast: string }

/** The broadcast that the actor sends for. @throws Refusal not_found or not_on_air */
export async function sending(db: Tx, actor: Actor, id: string): Promise<Sending> {
  const show = await rowOf(db, actor.account, id)
  const present = await onAir(db, show)
  if (present?.personId !== actor.person) throw new Refusal('not_on_air')
  return { account: actor.account, show: id, broadcast: present.id }
}

/** It goes on: its picture is at this node from now on. @throws Refusal not_on_air when it has ended meanwhile */
export async function confirmSending(
  db: Tx,
  actor: Actor,
  { show, broadcast }: Sending,
  node: string | null,
) {
  const { broadcast: present } = await sending(db, actor, show)
  if (present !== broadcast) throw new Refusal('not_on_air')
  await db
    .update(broadcasts)
    .set({ node, seenAt: sql`now()` })
    .where(ofBroadcast({ accountId: actor.account, id: broadcast }))
}

/** Where a show can be watched. @throws Refusal not_found or not_on_air */
export async function watching(db: Tx, id: string): Promise<{ show: string; node: string | null }> {
  const { state, node } = await shown(db, id)
  if (state !== 'live') throw new Refusal('not_on_air')
  return { show: id, node }
}

/** Answers whoever wants to watch: here, or, if the picture is at another node, by asking that one. */
export async function watch(
  relay: Relay,
  { nodeUrl }: Pick<Config, 'nodeUrl'>,
  offer: string,
  { show, node }: { show: string; node: string | null },
) {
  if (relay.has(show) || node === null || node === nodeUrl) return relay.view({ stream: show, offer })
  const there = await fetch(`${node}/api/v1/shows/${show}/whep`, {
    method: 'POST',
    headers: { 'content-type': 'application/sdp' },
    body: offer,
    signal: AbortSignal.timeout(5000),
  }).catch(() => {
    throw new Refusal('video_unavailable')
  })
  if (there.status !== 201) throw new Refusal(there.status === 503 ? 'show_full' : 'not_on_air')
  const session = there.headers.get('location')?.split('/').at(-1) ?? ''
  return { session, answer: await there.text() }
}

/** Says whether a picture arrives, as the relay notices it. */
export const heardByRelay = (database: Database) => {
  const set = (show: string, video: boolean) =>
    noticeVideo(database, show, video).catch((error: Error) => report('video', error))
  return { begun: (show: string) => void set(show, true), lost: (show: string) => void set(show, false) }
}

async function noticeVideo(database: Database, show: string, video: boolean) {
  const [open] = await database.db
    .select({ account: broadcasts.accountId, id: broadcasts.id })
    .from(broadcasts)
    .where(and(eq(broadcasts.showId, show), isNull(broadcasts.endedAt)))
  if (!open) return
  await within(database, { as: 'system', account: open.account }, async (tx) => {
    await tx
      .update(broadcasts)
      .set({ video })
      .where(and(ofBroadcast({ accountId: open.account, id: open.id }), isNull(broadcasts.endedAt)))
    await say(tx, { account: open.account, show }, { type: 'video', video })
  })
}

/**
 * Cuts a picture when its broadcast ends, and every picture when this node cannot hear whether one has.
 * @returns the relay, which takes none meanwhile
 */
export function cutWith(bus: Bus, relay: Relay): Relay {
  bus.follow({
    heard: (event) => {
      if (event.kind !== 'show' || event.say.type !== 'off-air') return
      // Whoever watches goes on to see the next host.
      if (event.say.handedOver)
        relay.endPublishing(({ owner }) => owner === event.say.broadcast, 'keep viewers')
      else relay.endStream(event.show)
    },
    deaf: () => relay.endPublishing(() => true),
  })
  return {
    ...relay,
    publish: async (sent) => {
      if (!bus.hears()) throw new Refusal('unavailable')
      return relay.publish(sent)
    },
  }
}
