import { route } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { enterGiveaway } from './enter-giveaway.ts'
import { Giveaway, GiveawayEntry, NewGiveaway, NewGiveawayEntry } from './giveaway.ts'
import { latestGiveaways } from './list-giveaways.ts'
import { startGiveaway } from './start-giveaway.ts'

/** The routes for the giveaways of shows: for hosts, for viewers, and for accounts that enter. */
export const giveawayRoutes = () => [
  route({
    method: 'POST',
    path: '/accounts/:account/shows/:show/giveaways',
    permission: 'shows.host',
    status: 201,
    summary: 'Start a giveaway of five minutes',
    input: NewGiveaway,
    output: Giveaway,
    handle: ({ db, actor, params, input }) => startGiveaway(db, actor, params.show, input),
  }),
  route({
    method: 'GET',
    path: '/shows/:show/giveaways',
    open: 'because viewers of a show see what is sold in it',
    scope: () => ({ as: 'public' }) as const,
    summary: 'A show’s giveaways, the latest first',
    output: PageOf(Giveaway),
    handle: ({ db, params }) => latestGiveaways(db, params.show),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/giveaway-entries',
    permission: 'money.spend',
    limit: { name: 'giveaways', count: 120, minutes: 10 },
    summary: 'Enter a giveaway, or confirm that an entrant is still present',
    input: NewGiveawayEntry,
    output: GiveawayEntry,
    handle: ({ db, actor, input }) => enterGiveaway(db, actor, input),
  }),
]
