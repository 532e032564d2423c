import { z } from 'zod'
import { exchange, type House, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import type { Relay } from '../video/relay.ts'
import * as bookmarks from './bookmarks.ts'
import * as mediaServer from './media-server.ts'
import * as published from './published.ts'
import { ShowCard } from './published.ts'
import * as video from './video.ts'

const open = 'because a show is for whoever wants to see it'
/** Signed in or not: everybody is shown the same. */
const scope = () => ({ as: 'public' }) as const

/** Shows as whoever passes sees them. */
export const publicShowRoutes = ({ config }: House, relay: Relay) => [
  route({
    method: 'GET',
    path: '/shows',
    open,
    scope,
    summary: 'Shows that are on, or to come',
    input: published.ExploreQuery,
    output: Page(ShowCard),
    handle: ({ db, input }) => published.explore(db, input),
  }),
  route({
    method: 'GET',
    path: '/show-categories',
    open,
    scope,
    summary: 'The categories in which there are shows',
    output: Page(z.object({ name: z.string() })),
    handle: ({ db }) => published.categories(db),
  }),
  route({
    method: 'GET',
    path: '/shows/:show',
    open,
    scope,
    summary: 'A show, with what it sells',
    output: published.PublicShow,
    handle: ({ db, params }) => published.open(db, params.show as string),
  }),
  route({
    method: 'GET',
    path: '/shows/:show/whep',
    open,
    scope,
    summary: 'Where to ask for the picture',
    output: z.object({ url: z.string() }),
    handle: async ({ db, params }) => {
      const { id: show } = await published.shown(db, params.show as string)
      return {
        url: config.mediaUrl
          ? mediaServer.mediaAddress(config.mediaUrl, config.secret, { does: 'read', show })
          : `/api/v1/shows/${show}/whep`,
      }
    },
  }),
  exchange({
    path: '/shows/:show/whep',
    open,
    limit: { name: 'whep', count: 300, minutes: 1 },
    summary: 'Receive the picture (WHEP)',
    check: ({ db, params }) => video.watching(db, params.show as string),
    exchange: (offer, found) => video.watch(relay, config, offer, found),
  }),
  route({
    method: 'DELETE',
    path: '/shows/:show/whep/:session',
    open: 'because whoever watches knows the name of their session, and nobody else does',
    scope,
    summary: 'Stop receiving the picture',
    output: z.object({}),
    handle: async ({ params }) => {
      relay.end(params.session as string)
      return {}
    },
  }),
  route({
    method: 'POST',
    path: '/media/authorization',
    open: 'because the token in it proves itself; a media server asks whom it may let in',
    scope,
    summary: 'Whether a media server may let somebody send or receive',
    input: mediaServer.MediaQuestion,
    output: z.object({}),
    handle: ({ db, input }) => mediaServer.allowMedia(db, config.secret, input),
  }),
  route({
    method: 'GET',
    path: '/me/bookmarks',
    permission: 'person',
    summary: 'The shows that one wants to see',
    output: Page(ShowCard),
    handle: ({ db, actor }) => bookmarks.list(db, actor),
  }),
  route({
    method: 'POST',
    path: '/shows/:show/bookmark',
    permission: 'person',
    summary: 'Bookmark a show: a mail says when it begins',
    output: bookmarks.Bookmarked,
    handle: ({ db, actor, params }) => bookmarks.add(db, actor, params.show as string),
  }),
  route({
    method: 'DELETE',
    path: '/shows/:show/bookmark',
    permission: 'person',
    summary: 'Forget a bookmark',
    output: bookmarks.Bookmarked,
    handle: ({ db, actor, params }) => bookmarks.remove(db, actor, params.show as string),
  }),
]
