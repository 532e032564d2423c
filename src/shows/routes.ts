import { type House, route, upload } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { photoTypes, readPhoto } from '../inventory/photo-files.ts'
import { ShowShipment } from '../orders/of-show.ts'
import { setCover } from './cover.ts'
import * as lineup from './lineup.ts'
import * as listing from './listing.ts'
import * as schedule from './schedule.ts'
import * as shipments from './shipments.ts'
import { Cancelling, NewShow, Show, ShowChange, ShowRow } from './show.ts'

const all = '/accounts/:account/shows'
const one = `${all}/:show`
const permission = 'shows.manage'

/** An account's shows before and after they are on. */
export const showRoutes = ({ files }: House) => [
  route({
    method: 'GET',
    path: all,
    permission: 'member',
    summary: 'The account’s shows',
    input: listing.ShowQuery,
    output: Page(ShowRow),
    handle: ({ db, actor, input }) => listing.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    summary: 'Schedule a show, and its repetitions',
    input: NewShow,
    output: Page(Show),
    handle: ({ db, actor, input }) => schedule.create(db, actor, input),
  }),
  route({
    method: 'GET',
    path: one,
    permission: 'member',
    summary: 'A show of the account',
    output: Show,
    handle: ({ db, actor, params }) => listing.find(db, actor, params.show as string),
  }),
  route({
    method: 'PATCH',
    path: one,
    permission,
    summary: 'Change a show, and those that follow in its series',
    input: ShowChange,
    output: Show,
    handle: ({ db, actor, params, input }) => schedule.edit(db, actor, params.show as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/cancellation`,
    permission,
    summary: 'Cancel a show that has not begun',
    input: Cancelling,
    output: Show,
    handle: ({ db, actor, params, input }) => schedule.cancel(db, actor, params.show as string, input),
  }),
  upload({
    path: `${one}/cover`,
    permission,
    summary: 'Give a show a cover',
    takes: photoTypes,
    longest: 20_000_000,
    output: Show,
    receive: (bytes) => readPhoto(bytes),
    handle: ({ db, actor, params, received }) => setCover(db, actor, files, params.show as string, received),
  }),
  route({
    method: 'DELETE',
    path: `${one}/cover`,
    permission,
    summary: 'Remove a show’s cover',
    output: Show,
    handle: ({ db, actor, params }) => setCover(db, actor, files, params.show as string, null),
  }),
  route({
    method: 'GET',
    path: `${one}/products`,
    permission: 'member',
    summary: 'What the show sells, in its order',
    output: Page(lineup.LineupItem),
    handle: ({ db, actor, params }) => lineup.list(db, actor, params.show as string),
  }),
  route({
    method: 'PATCH',
    path: `${one}/products`,
    permission,
    summary: 'Choose what the show sells, and in which order',
    input: lineup.LineupChange,
    output: Page(lineup.LineupItem),
    handle: ({ db, actor, params, input }) => lineup.arrange(db, actor, params.show as string, input),
  }),
  route({
    method: 'GET',
    path: `${one}/shipments`,
    permission: 'member',
    summary: 'The parcels of what was sold in the show',
    input: shipments.ShipmentsQuery,
    output: Page(ShowShipment),
    handle: ({ db, actor, params, input }) => shipments.list(db, actor, params.show as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/rehearsal`,
    permission: 'shows.host',
    status: 201,
    limit: { name: 'rehearsals', count: 30, minutes: 60 },
    summary: 'Rehearse a show: as it will be, seen by the team alone',
    output: Show,
    handle: ({ db, actor, params }) => schedule.rehearse(db, actor, params.show as string),
  }),
]
