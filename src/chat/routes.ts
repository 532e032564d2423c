import { z } from 'zod'
import { route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { ChatLine, NewHostLine, NewLine, TeamLine } from './line.ts'
import * as moderation from './moderation.ts'
import * as reading from './reading.ts'
import * as writing from './writing.ts'

const one = '/accounts/:account/shows/:show'
const permission = 'shows.chat'
/** As fast as anybody types, and no faster; for all of a person's shows. */
const pace = { name: 'chat', count: 60, minutes: 1 }

export const chatRoutes = () => [
  route({
    method: 'GET',
    path: '/shows/:show/chat',
    open: 'because whoever watches a show hears what is said in it',
    scope: () => ({ as: 'public' }) as const,
    summary: 'The latest lines of a show’s chat, the earliest of them first',
    output: Page(ChatLine),
    handle: ({ db, params }) => reading.latest(db, params.show as string),
  }),
  route({
    method: 'POST',
    path: '/shows/:show/chat',
    permission: 'person',
    status: 201,
    limit: pace,
    summary: 'Write in a show’s chat, as one’s own account',
    input: NewLine,
    output: ChatLine,
    handle: ({ db, actor, params, input }) => writing.write(db, actor, params.show as string, input),
  }),
  route({
    method: 'GET',
    path: `${one}/chat`,
    permission,
    summary: 'The chat of an own show: with who wrote as the account, and what was deleted',
    input: reading.LineQuery,
    output: Page(TeamLine),
    handle: ({ db, actor, params, input }) => reading.list(db, actor, params.show as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/chat`,
    permission,
    status: 201,
    limit: pace,
    summary: 'Write in an own show’s chat, as the account',
    input: NewHostLine,
    output: ChatLine,
    handle: ({ db, actor, params, input }) => writing.writeAsHost(db, actor, params.show as string, input),
  }),
  route({
    method: 'DELETE',
    path: `${one}/chat/:line`,
    permission,
    summary: 'Delete a line',
    output: z.object({}),
    handle: ({ db, actor, params }) =>
      moderation.remove(db, actor, params.show as string, params.line as string),
  }),
  route({
    method: 'GET',
    path: `${one}/moderation`,
    permission,
    summary: 'How a show’s chat is moderated',
    output: moderation.Moderation,
    handle: ({ db, actor, params }) => moderation.show(db, actor, params.show as string),
  }),
  route({
    method: 'PATCH',
    path: `${one}/moderation`,
    permission,
    summary: 'Slow a show’s chat down, or mute words in all shows',
    input: moderation.ModerationChange,
    output: moderation.Moderation,
    handle: ({ db, actor, params, input }) => moderation.change(db, actor, params.show as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/bans`,
    permission,
    status: 201,
    summary: 'Mute whoever wrote a line, or block them',
    input: moderation.NewBan,
    output: moderation.Ban,
    handle: ({ db, actor, params, input }) => moderation.ban(db, actor, params.show as string, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/chat-bans',
    permission,
    summary: 'Who is muted or blocked',
    output: Page(moderation.Ban),
    handle: ({ db, actor }) => moderation.bans(db, actor),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/chat-bans/:ban',
    permission,
    summary: 'Lift a mute or a block',
    output: z.object({}),
    handle: ({ db, actor, params }) => moderation.lift(db, actor, params.ban as string),
  }),
]
