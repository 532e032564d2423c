import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Config } from '../platform/config.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { EventBus } from '../platform/events.ts'
import { logError } from '../platform/log.ts'
import type { Relay } from '../video/relay.ts'
import { findShowRow } from './account-shows.ts'
import { findBroadcastOnAir } from './broadcast.ts'
import { requirePublishedShow } from './public-shows.ts'
import { publishToShow, VideoPush } from './show-events.ts'
import { broadcasts } from './tables.ts'

/**
 * A show's video: the host on the air sends it (WHIP), and viewers receive it (WHEP). For the relay, a show is a
 * stream, and a broadcast is the stream's owner.
 */
export type SendingBroadcast = { account: string; show: string; broadcast: string }

/**
 * Finds the broadcast for which the actor sends video.
 * @throws Refusal not_found or not_on_air
 */
export async function findSendingBroadcast(db: Tx, actor: Actor, id: string): Promise<SendingBroadcast> {
  const show = await findShowRow(db, actor.account, id)
  const present = await findBroadcastOnAir(db, show)
  if (present?.personId !== actor.person) throw new Refusal('not_on_air')
  return { account: actor.account, show: id, broadcast: present.id }
}

/**
 * Confirms that a broadcast continues, and records that its video is at this node.
 * @throws Refusal not_on_air if it has ended since
 */
export async function confirmSendingBroadcast(
  db: Tx,
  actor: Actor,
  { show, broadcast }: SendingBroadcast,
  node: string | null,
) {
  const { broadcast: present } = await findSendingBroadcast(db, actor, show)
  if (present !== broadcast) throw new Refusal('not_on_air')
  await db
    .update(broadcasts)
    .set({ node, seenAt: sql`now()` })
    .where(byKey(broadcasts, actor.account, broadcast))
}

/**
 * Finds the node that has the show's video.
 * @throws Refusal not_found or not_on_air
 */
export async function findWatchableVideo(db: Tx, id: string): Promise<{ show: string; node: string | null }> {
  const { status, node } = await requirePublishedShow(db, id)
  if (status !== 'live') throw new Refusal('not_on_air')
  return { show: id, node }
}

/** Answers a viewer's offer. If the video is at another node, that node is asked for the answer. */
export async function answerViewer(
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

/** Stores whether video arrives, each time the relay reports a change. */
export const recordPictureState = (database: Database) => {
  const set = (show: string, video: boolean) =>
    noticeVideo(database, show, video).catch((error: Error) => logError('video', error))
  return { begun: (show: string) => void set(show, true), lost: (show: string) => void set(show, false) }
}

async function noticeVideo(database: Database, show: string, video: boolean) {
  const [open] = await database.db
    .select({ account: broadcasts.accountId, id: broadcasts.id })
    .from(broadcasts)
    .where(and(eq(broadcasts.showId, show), isNull(broadcasts.endedAt)))
  if (!open) return
  await inScope(database, { as: 'system', account: open.account }, async (tx) => {
    await tx
      .update(broadcasts)
      .set({ video })
      .where(and(byKey(broadcasts, open.account, open.id), isNull(broadcasts.endedAt)))
    await publishToShow(tx, { account: open.account, show }, VideoPush, { video })
  })
}

/**
 * Disconnects a publisher when its broadcast ends. When this node stops receiving such events, it disconnects all
 * publishers.
 * @returns the relay, which accepts no publisher while this node receives no events
 */
export function cutEndedBroadcasts(bus: EventBus, relay: Relay): Relay {
  bus.subscribe({
    onEvent: (event) => {
      if (event.kind !== 'show' || event.payload.type !== 'off-air') return
      // Viewers stay connected and see the next host.
      if (event.payload.handedOver)
        relay.endPublishing(({ owner }) => owner === event.payload.broadcast, 'keep viewers')
      else relay.endStream(event.show)
    },
    onDisconnect: () => relay.endPublishing(() => true),
  })
  return {
    ...relay,
    publish: async (sent) => {
      if (!bus.isConnected()) throw new Refusal('unavailable')
      return relay.publish(sent)
    },
  }
}
