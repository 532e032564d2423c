import { z } from 'zod'
import { route, type Services, sdpRoute } from '../http/route.ts'
import { countOrdersOfShow } from '../orders/sale/by-show.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Relay } from '../video/relay.ts'
import { findShow } from './account-shows.ts'
import { showBeganQueue } from './bookmarks.ts'
import {
  emergencyStopShow,
  endShow,
  GoLive,
  goLive,
  HandOver,
  handOverBroadcast,
  keepBroadcastAlive,
  stopBroadcast,
} from './broadcast.ts'
import { mediaServerUrl } from './media-server.ts'
import { Show } from './show.ts'
import { confirmSendingBroadcast, findSendingBroadcast } from './show-video.ts'
import { countViewers, peakViewers } from './viewer-counts.ts'

const one = '/accounts/:account/shows/:show'
const permission = 'shows.host'

/**
 * The routes of the studio.
 * @param running tells whether an auction is running in a show
 * @param stopped called after an emergency stop, with the member who made it
 */
export const studioRoutes = (
  { config }: Services,
  relay: Relay,
  running: (db: Tx, show: string) => Promise<boolean>,
  stopped: (db: Tx, account: string, show: string, by: string) => Promise<void>,
) => [
  route({
    method: 'POST',
    path: `${one}/broadcast`,
    permission,
    summary: 'Go live, continue a stopped show, or accept a hand-over',
    input: GoLive,
    output: Show,
    handle: async ({ db, actor, params, input }) => {
      const { show, begins } = await goLive(db, actor, params.show, input)
      if (begins) await db.enqueue(showBeganQueue, { account: actor.account, show: show.id })
      return show
    },
  }),
  route({
    method: 'POST',
    path: `${one}/heartbeat`,
    permission,
    summary: 'Send a heartbeat from the studio; without one, the broadcast ends after 45 seconds',
    output: z.object({ onAir: z.boolean(), video: z.boolean(), viewers: z.int() }),
    handle: async ({ db, actor, params }) => ({
      ...(await keepBroadcastAlive(db, actor, params.show)),
      viewers: await countViewers(db, actor.account, params.show),
    }),
  }),
  route({
    method: 'POST',
    path: `${one}/hand-over`,
    permission,
    summary: 'Offer the show to another member, who accepts by going live',
    input: HandOver,
    output: Show,
    handle: ({ db, actor, params, input }) => handOverBroadcast(db, actor, params.show, input),
  }),
  route({
    method: 'POST',
    path: `${one}/stop`,
    permission,
    summary: 'Stop the broadcast; the show can be continued for two hours',
    output: Show,
    handle: ({ db, actor, params }) => stopBroadcast(db, actor, params.show),
  }),
  route({
    method: 'POST',
    path: `${one}/end`,
    permission,
    summary: 'End the show for good',
    output: Show,
    handle: ({ db, actor, params }) => endShow(db, actor, params.show, running),
  }),
  route({
    method: 'POST',
    path: `${one}/emergency-stop`,
    permission: 'team.manage',
    summary: 'End the current host’s broadcast, from any device',
    output: Show,
    handle: async ({ db, actor, params }) => {
      const show = await emergencyStopShow(db, actor, params.show)
      await stopped(db, actor.account, show.id, actor.name)
      return show
    },
  }),
  route({
    method: 'GET',
    path: `${one}/counters`,
    permission,
    summary: 'The current and the largest number of viewers, and the number of sales',
    output: z.object({ viewers: z.int(), peak: z.int(), sold: z.int() }),
    handle: async ({ db, actor, params }) => {
      const { id } = await findShow(db, actor, params.show)
      return {
        viewers: await countViewers(db, actor.account, id),
        peak: await peakViewers(db, actor, id),
        sold: await countOrdersOfShow(db, actor, id),
      }
    },
  }),
  route({
    method: 'GET',
    path: `${one}/whip`,
    permission,
    summary: 'The address to send video to',
    output: z.object({ url: z.string() }),
    handle: async ({ db, actor, params }) => {
      const { id } = await findShow(db, actor, params.show)
      if (!config.mediaUrl) return { url: `/api/v1/accounts/${actor.account}/shows/${id}/whip` }
      const { show, broadcast } = await findSendingBroadcast(db, actor, id)
      return {
        url: mediaServerUrl(
          config.mediaUrl,
          config.secret,
          { does: 'publish', show, broadcast, account: actor.account },
          db.now,
        ),
      }
    },
  }),
  sdpRoute({
    path: `${one}/whip`,
    permission,
    limit: { name: 'whip', count: 60, minutes: 10 },
    summary: 'Send video (WHIP)',
    check: ({ db, actor, params }) => findSendingBroadcast(db, actor, params.show),
    exchange: (offer, { show, broadcast }) => relay.publish({ stream: show, owner: broadcast, offer }),
    confirm: ({ db, actor }, sending) => confirmSendingBroadcast(db, actor, sending, config.nodeUrl ?? null),
    undo: (session) => relay.end(session),
  }),
  route({
    method: 'DELETE',
    path: `${one}/whip/:session`,
    permission,
    summary: 'Stop sending video',
    output: z.object({}),
    handle: async ({ db, actor, params }) => {
      const { id } = await findShow(db, actor, params.show)
      relay.endPublishing(
        ({ stream, session }) => stream === id && session === params.session,
        'keep viewers',
      )
      return {}
    },
  }),
]
