import { z } from 'zod'
import { route, type Services, sdpRoute } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import type { Relay } from '../video/relay.ts'
import { addBookmark, BookmarkState, listBookmarks, removeBookmark } from './bookmarks.ts'
import { authorizeMedia, MediaAuthorization, mediaServerUrl } from './media-server.ts'
import {
  ExploreQuery,
  exploreShows,
  findPublicShow,
  PublicShow,
  requirePublishedShow,
  ShowCard,
  showCategories,
} from './public-shows.ts'
import { answerViewer, findWatchableVideo } from './show-video.ts'

const open = 'because shows are public'
/** Visitors see the same, whether or not they are signed in. */
const scope = () => ({ as: 'public' }) as const

/** The routes for shows as the public sees them. */
export const publicShowRoutes = ({ config }: Services, relay: Relay) => [
  route({
    method: 'GET',
    path: '/shows',
    open,
    scope,
    summary: 'Live or upcoming shows',
    input: ExploreQuery,
    output: PageOf(ShowCard),
    handle: ({ db, input }) => exploreShows(db, input),
  }),
  route({
    method: 'GET',
    path: '/show-categories',
    open,
    scope,
    summary: 'The categories of live and upcoming shows',
    output: PageOf(z.object({ name: z.string() })),
    handle: ({ db }) => showCategories(db),
  }),
  route({
    method: 'GET',
    path: '/shows/:show',
    open,
    scope,
    summary: 'A show with its products',
    output: PublicShow,
    handle: ({ db, params }) => findPublicShow(db, params.show),
  }),
  route({
    method: 'GET',
    path: '/shows/:show/whep',
    open,
    scope,
    summary: 'The address to receive video from',
    output: z.object({ url: z.string() }),
    handle: async ({ db, params }) => {
      const { id: show } = await requirePublishedShow(db, params.show)
      return {
        url: config.mediaUrl
          ? mediaServerUrl(config.mediaUrl, config.secret, { does: 'read', show }, db.now)
          : `/api/v1/shows/${show}/whep`,
      }
    },
  }),
  sdpRoute({
    path: '/shows/:show/whep',
    open,
    limit: { name: 'whep', count: 300, minutes: 1 },
    summary: 'Receive video (WHEP)',
    check: ({ db, params }) => findWatchableVideo(db, params.show),
    exchange: (offer, found) => answerViewer(relay, config, offer, found),
  }),
  route({
    method: 'DELETE',
    path: '/shows/:show/whep/:session',
    open: 'because only the viewer knows the name of their session',
    scope,
    summary: 'Stop receiving video',
    output: z.object({}),
    handle: async ({ params }) => {
      relay.end(params.session)
      return {}
    },
  }),
  route({
    method: 'POST',
    path: '/media/authorization',
    open: 'because the request contains a signed token; a media server asks whether to admit a client',
    scope,
    summary: 'Whether a media server may let a client send or receive',
    input: MediaAuthorization,
    output: z.object({}),
    handle: ({ db, input }) => authorizeMedia(db, config.secret, input),
  }),
  route({
    method: 'GET',
    path: '/me/bookmarks',
    permission: 'person',
    summary: 'Your bookmarked shows',
    output: PageOf(ShowCard),
    handle: ({ db, actor }) => listBookmarks(db, actor),
  }),
  route({
    method: 'POST',
    path: '/shows/:show/bookmark',
    permission: 'person',
    summary: 'Bookmark a show: you get a mail when it begins',
    output: BookmarkState,
    handle: ({ db, actor, params }) => addBookmark(db, actor, params.show),
  }),
  route({
    method: 'DELETE',
    path: '/shows/:show/bookmark',
    permission: 'person',
    summary: 'Remove a bookmark',
    output: BookmarkState,
    handle: ({ db, actor, params }) => removeBookmark(db, actor, params.show),
  }),
]
