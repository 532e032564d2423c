import { z } from 'zod'
import { exchange, type House, route } from '../door/route.ts'
import type { Tx } from '../ground/db.ts'
import { soldInShow } from '../orders/of-show.ts'
import type { Relay } from '../video/relay.ts'
import { peakOf, viewersOf } from './audience.ts'
import { beganQueue } from './bookmarks.ts'
import * as broadcasting from './broadcasting.ts'
import { find } from './listing.ts'
import { mediaAddress } from './media-server.ts'
import { Show } from './show.ts'
import * as video from './video.ts'

const one = '/accounts/:account/shows/:show'
const permission = 'shows.host'

/**
 * What is done from the studio.
 * @param running whether an auction is running in a show
 * @param stopped is told of an emergency stop, and by whom
 */
export const stageRoutes = (
  { config }: House,
  relay: Relay,
  running: (db: Tx, show: string) => Promise<boolean>,
  stopped: (db: Tx, account: string, show: string, by: string) => Promise<void>,
) => [
  route({
    method: 'POST',
    path: `${one}/broadcast`,
    permission,
    summary: 'Go live, go on after a stop, or take over what was handed over',
    input: broadcasting.GoLive,
    output: Show,
    handle: async ({ db, actor, params, input }) => {
      const { show, begins } = await broadcasting.goLive(db, actor, params.show as string, input)
      if (begins) await db.enqueue(beganQueue, { account: actor.account, show: show.id })
      return show
    },
  }),
  route({
    method: 'POST',
    path: `${one}/beat`,
    permission,
    summary: 'Say that the studio is still there: without it, a broadcast ends after 45 seconds',
    output: z.object({ onAir: z.boolean(), video: z.boolean(), viewers: z.int() }),
    handle: async ({ db, actor, params }) => ({
      ...(await broadcasting.beat(db, actor, params.show as string)),
      viewers: await viewersOf(db, actor.account, params.show as string),
    }),
  }),
  route({
    method: 'POST',
    path: `${one}/hand-over`,
    permission,
    summary: 'Hand the broadcast over to another member, who takes it by going live',
    input: broadcasting.HandOver,
    output: Show,
    handle: ({ db, actor, params, input }) => broadcasting.handOver(db, actor, params.show as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/stop`,
    permission,
    summary: 'Leave the air; the show can go on for two hours',
    output: Show,
    handle: ({ db, actor, params }) => broadcasting.stop(db, actor, params.show as string),
  }),
  route({
    method: 'POST',
    path: `${one}/end`,
    permission,
    summary: 'End the show for good',
    output: Show,
    handle: ({ db, actor, params }) => broadcasting.end(db, actor, params.show as string, running),
  }),
  route({
    method: 'POST',
    path: `${one}/emergency-stop`,
    permission: 'team.manage',
    summary: 'Take whoever hosts off the air, from any device',
    output: Show,
    handle: async ({ db, actor, params }) => {
      const show = await broadcasting.emergencyStop(db, actor, params.show as string)
      await stopped(db, actor.account, show.id, actor.name)
      return show
    },
  }),
  route({
    method: 'GET',
    path: `${one}/counters`,
    permission,
    summary: 'How many watch, at most watched, and how much was sold',
    output: z.object({ viewers: z.int(), peak: z.int(), sold: z.int() }),
    handle: async ({ db, actor, params }) => {
      const { id } = await find(db, actor, params.show as string)
      return {
        viewers: await viewersOf(db, actor.account, id),
        peak: await peakOf(db, actor, id),
        sold: await soldInShow(db, actor, id),
      }
    },
  }),
  route({
    method: 'GET',
    path: `${one}/whip`,
    permission,
    summary: 'Where to send the picture',
    output: z.object({ url: z.string() }),
    handle: async ({ db, actor, params }) => {
      const { id } = await find(db, actor, params.show as string)
      if (!config.mediaUrl) return { url: `/api/v1/accounts/${actor.account}/shows/${id}/whip` }
      const { show, broadcast } = await video.sending(db, actor, id)
      return {
        url: mediaAddress(config.mediaUrl, config.secret, {
          does: 'publish',
          show,
          broadcast,
          account: actor.account,
        }),
      }
    },
  }),
  exchange({
    path: `${one}/whip`,
    permission,
    limit: { name: 'whip', count: 60, minutes: 10 },
    summary: 'Send the picture (WHIP)',
    check: ({ db, actor, params }) => video.sending(db, actor, params.show as string),
    exchange: (offer, { show, broadcast }) => relay.publish({ stream: show, owner: broadcast, offer }),
    confirm: ({ db, actor }, sending) => video.confirmSending(db, actor, sending, config.nodeUrl ?? null),
    undo: (session) => relay.end(session),
  }),
  route({
    method: 'DELETE',
    path: `${one}/whip/:session`,
    permission,
    summary: 'Stop sending the picture',
    output: z.object({}),
    handle: async ({ db, actor, params }) => {
      const { id } = await find(db, actor, params.show as string)
      relay.endPublishing(
        ({ stream, session }) => stream === id && session === params.session,
        'keep viewers',
      )
      return {}
    },
  }),
]
