import { z } from 'zod'
import { Ban, liftBuyerBan, listBuyerBans } from '../buyers/buyer-bans.ts'
import { route } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { ChatLineQuery, latestChatLines, listChatLines } from './chat-history.ts'
import { ChatLine, NewChatLine, NewHostChatLine, TeamChatLine } from './chat-line.ts'
import {
  banPerson,
  changeModeration,
  findModeration,
  Moderation,
  ModerationChange,
  NewBan,
  removeChatLine,
} from './moderation.ts'
import { writeChatLine, writeHostChatLine } from './write-line.ts'

const showPath = '/accounts/:account/shows/:show'
const permission = 'shows.chat'
/** More than anybody types; the count covers all shows together. */
const chatLimit = { name: 'chat', count: 60, minutes: 1 }

export const chatRoutes = () => [
  route({
    method: 'GET',
    path: '/shows/:show/chat',
    open: 'because viewers of a show can read its chat',
    scope: () => ({ as: 'public' }) as const,
    summary: 'The latest lines of a show’s chat, in the order in which they were written',
    output: PageOf(ChatLine),
    handle: ({ db, params }) => latestChatLines(db, params.show),
  }),
  route({
    method: 'POST',
    path: '/shows/:show/chat',
    permission: 'person',
    status: 201,
    limit: chatLimit,
    summary: 'Write in a show’s chat, in the name of your own account',
    input: NewChatLine,
    output: ChatLine,
    handle: ({ db, actor, params, input }) => writeChatLine(db, actor, params.show, input),
  }),
  route({
    method: 'GET',
    path: `${showPath}/chat`,
    permission,
    summary: 'The chat of the account’s own show, with authors and removed lines',
    input: ChatLineQuery,
    output: PageOf(TeamChatLine),
    handle: ({ db, actor, params, input }) => listChatLines(db, actor, params.show, input),
  }),
  route({
    method: 'POST',
    path: `${showPath}/chat`,
    permission,
    status: 201,
    limit: chatLimit,
    summary: 'Write in the chat of the account’s own show, in its name',
    input: NewHostChatLine,
    output: ChatLine,
    handle: ({ db, actor, params, input }) => writeHostChatLine(db, actor, params.show, input),
  }),
  route({
    method: 'DELETE',
    path: `${showPath}/chat/:line`,
    permission,
    summary: 'Delete a line',
    output: z.object({}),
    handle: ({ db, actor, params }) => removeChatLine(db, actor, params.show, params.line),
  }),
  route({
    method: 'GET',
    path: `${showPath}/moderation`,
    permission,
    summary: 'How a show’s chat is moderated',
    output: Moderation,
    handle: ({ db, actor, params }) => findModeration(db, actor, params.show),
  }),
  route({
    method: 'PATCH',
    path: `${showPath}/moderation`,
    permission,
    summary: 'Slow a show’s chat down, or mute words in all shows',
    input: ModerationChange,
    output: Moderation,
    handle: ({ db, actor, params, input }) => changeModeration(db, actor, params.show, input),
  }),
  route({
    method: 'POST',
    path: `${showPath}/bans`,
    permission,
    status: 201,
    summary: 'Mute or block the person who wrote a line',
    input: NewBan,
    output: Ban,
    handle: ({ db, actor, params, input }) => banPerson(db, actor, params.show, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/chat-bans',
    permission,
    summary: 'The people who are muted or blocked',
    output: PageOf(Ban),
    handle: ({ db, actor }) => listBuyerBans(db, actor),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/chat-bans/:ban',
    permission,
    summary: 'Lift a mute or a block',
    output: z.object({}),
    handle: ({ db, actor, params }) => liftBuyerBan(db, actor, params.ban),
  }),
]
