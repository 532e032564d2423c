import { route, type Services, uploadRoute } from '../http/route.ts'
import { ShowShipment } from '../orders/sale/by-show.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { readPhoto } from '../platform/files/images.ts'
import { maxFileBytes, photoTypes } from '../platform/vocabulary.ts'
import { findShow, listShows, ShowQuery } from './account-shows.ts'
import { setCoverPhoto } from './cover-photo.ts'
import { arrangeLineup, LineupChange, LineupItem, listLineup } from './lineup.ts'
import { cancelShow, createRehearsal, editShow, scheduleShow } from './schedule-show.ts'
import { NewShow, Show, ShowCancellation, ShowChange, ShowRow } from './show.ts'
import { listShowShipments, ShowShipmentQuery } from './show-shipments.ts'

const all = '/accounts/:account/shows'
const one = `${all}/:show`
const permission = 'shows.manage'

/** The routes for an account's shows, before and after they are live. */
export const showRoutes = ({ files }: Services) => [
  route({
    method: 'GET',
    path: all,
    permission: 'member',
    summary: 'The account’s shows',
    input: ShowQuery,
    output: PageOf(ShowRow),
    handle: ({ db, actor, input }) => listShows(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    summary: 'Schedule a show, and its repetitions',
    input: NewShow,
    output: PageOf(Show),
    handle: ({ db, actor, input }) => scheduleShow(db, actor, input),
  }),
  route({
    method: 'GET',
    path: one,
    permission: 'member',
    summary: 'A show of the account',
    output: Show,
    handle: ({ db, actor, params }) => findShow(db, actor, params.show),
  }),
  route({
    method: 'PATCH',
    path: one,
    permission,
    summary: 'Change a show and, with `following`, the later ones of its series',
    input: ShowChange,
    output: Show,
    handle: ({ db, actor, params, input }) => editShow(db, actor, params.show, input),
  }),
  route({
    method: 'POST',
    path: `${one}/cancellation`,
    permission,
    summary: 'Cancel a show that has not begun',
    input: ShowCancellation,
    output: Show,
    handle: ({ db, actor, params, input }) => cancelShow(db, actor, params.show, input),
  }),
  uploadRoute({
    path: `${one}/cover`,
    permission,
    summary: 'Give a show a cover',
    takes: photoTypes,
    maxBytes: maxFileBytes,
    output: Show,
    receive: (bytes) => readPhoto(bytes),
    handle: ({ db, actor, params, received }) => setCoverPhoto(db, actor, files, params.show, received),
  }),
  route({
    method: 'DELETE',
    path: `${one}/cover`,
    permission,
    summary: 'Remove a show’s cover',
    output: Show,
    handle: ({ db, actor, params }) => setCoverPhoto(db, actor, files, params.show, null),
  }),
  route({
    method: 'GET',
    path: `${one}/products`,
    permission: 'member',
    summary: 'The show’s products, in order',
    output: PageOf(LineupItem),
    handle: ({ db, actor, params }) => listLineup(db, actor, params.show),
  }),
  route({
    method: 'PATCH',
    path: `${one}/products`,
    permission,
    summary: 'Set the show’s products and their order',
    input: LineupChange,
    output: PageOf(LineupItem),
    handle: ({ db, actor, params, input }) => arrangeLineup(db, actor, params.show, input),
  }),
  route({
    method: 'GET',
    path: `${one}/shipments`,
    permission: 'member',
    summary: 'The shipments with orders of the show',
    input: ShowShipmentQuery,
    output: PageOf(ShowShipment),
    handle: ({ db, actor, params, input }) => listShowShipments(db, actor, params.show, input),
  }),
  route({
    method: 'POST',
    path: `${one}/rehearsal`,
    permission: 'shows.host',
    status: 201,
    limit: { name: 'rehearsals', count: 30, minutes: 60 },
    summary: 'Create a rehearsal of a show, which only the team can see',
    output: Show,
    handle: ({ db, actor, params }) => createRehearsal(db, actor, params.show),
  }),
]
