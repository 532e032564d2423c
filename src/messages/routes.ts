import { z } from 'zod'
import { download, route, upload } from '../door/route.ts'
import type { Files } from '../ground/files.ts'
import { after, Page } from '../ground/page.ts'
import { photoTypes, readPhoto } from '../inventory/photo-files.ts'
import { ofBuyer } from '../orders/buyers.ts'
import { OrderRow } from '../orders/orders.ts'
import * as caring from './caring.ts'
import * as inbox from './inbox.ts'
import { Conversation, ConversationRow } from './inbox.ts'
import { Entry, NewNote, NewOutreach, NewPhotoReply, NewReply, TimelineQuery } from './message.ts'
import { ReadUpTo } from './own.ts'
import * as photos from './photos.ts'
import * as saved from './saved-replies.ts'
import { timeline } from './timeline.ts'
import * as writing from './writing.ts'

const permission = 'messages.reply'
const all = '/accounts/:account/conversations'
const one = `${all}/:conversation`
/** As fast as anybody types, and a little faster: for all of a person's conversations. */
const pace = { name: 'messages', count: 60, minutes: 1 }

export const teamMessageRoutes = (files: Files) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'The inbox: conversations with customers, the latest first',
    input: inbox.InboxQuery,
    output: Page(ConversationRow),
    handle: ({ db, actor, input }) => inbox.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    limit: pace,
    summary: 'Write to the buyer of an order, as the account',
    input: NewOutreach,
    output: z.object({ conversation: z.string(), entry: Entry }),
    handle: ({ db, actor, input }) => writing.reachOut(db, actor, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/conversation-counts',
    permission,
    summary: 'How many conversations wait, of each kind',
    output: inbox.InboxCounts,
    handle: ({ db, actor }) => inbox.counts(db, actor),
  }),
  route({
    method: 'GET',
    path: one,
    permission,
    summary: 'One conversation',
    output: Conversation,
    handle: ({ db, actor, params }) => inbox.show(db, actor, params.conversation as string),
  }),
  route({
    method: 'PATCH',
    path: one,
    permission,
    summary: 'Give a conversation into somebody’s care, close or reopen it, or block its buyer',
    input: caring.ConversationChange,
    output: Conversation,
    handle: ({ db, actor, params, input }) => caring.change(db, actor, params.conversation as string, input),
  }),
  route({
    method: 'GET',
    path: `${one}/entries`,
    permission,
    summary: 'What stands in a conversation, the team’s notes too: the latest, or what came after a place',
    input: TimelineQuery,
    output: Page(Entry),
    handle: ({ db, actor, params, input }) => timeline(db, actor, params.conversation as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/messages`,
    permission,
    status: 201,
    limit: pace,
    summary: 'Answer as the account; under a key that was used, nothing is sent again',
    input: NewReply,
    output: Entry,
    handle: ({ db, actor, params, input }) => writing.reply(db, actor, params.conversation as string, input),
  }),
  upload({
    path: `${one}/photos`,
    permission,
    status: 201,
    summary: 'Answer with a photo',
    takes: photoTypes,
    longest: 20_000_000,
    limit: pace,
    input: NewPhotoReply,
    output: Entry,
    receive: (bytes) => readPhoto(bytes),
    handle: ({ db, actor, params, input, received }) =>
      photos.reply(db, actor, files, params.conversation as string, input, received),
  }),
  download({
    path: `${one}/photos/:photo`,
    permission,
    summary: 'A photo of a conversation',
    type: 'image/webp',
    file: 'photo.webp',
    input: photos.PhotoQuery,
    write: async function* ({ again, params, input }) {
      const { conversation, photo } = params as { conversation: string; photo: string }
      const seller = await again((db, actor) => photos.ofTeam(db, actor, conversation, photo))
      yield* photos.bytesOf(files, seller, photo, input.size)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/notes`,
    permission,
    status: 201,
    limit: pace,
    summary: 'Note something for the team: the buyer never has it',
    input: NewNote,
    output: Entry,
    handle: ({ db, actor, params, input }) => writing.note(db, actor, params.conversation as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/read`,
    permission,
    summary: 'Say that the team has read up to a message',
    input: ReadUpTo,
    output: z.object({}),
    handle: ({ db, actor, params, input }) =>
      caring.read(db, actor, params.conversation as string, input.number),
  }),
  route({
    method: 'POST',
    path: `${one}/replying`,
    permission,
    limit: { name: 'replying', count: 60, minutes: 1 },
    summary: 'Tell the rest of the team that one is about to answer',
    output: z.object({}),
    handle: ({ db, actor, params }) => caring.replying(db, actor, params.conversation as string),
  }),
  route({
    method: 'GET',
    path: `${one}/orders`,
    permission,
    summary: 'What the buyer of a conversation bought from the account, the latest first',
    input: z.strictObject({ after }),
    output: Page(OrderRow),
    handle: async ({ db, actor, params, input }) => {
      const { buyerId } = await inbox.find(db, actor, params.conversation as string)
      return ofBuyer(db, actor, buyerId, input.after)
    },
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/orders/:order/conversation',
    permission,
    summary: 'The conversation with the buyer of an order, if there is one',
    output: z.object({ conversation: z.string().nullable() }),
    handle: ({ db, actor, params }) => inbox.ofOrder(db, actor, params.order as string),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/saved-replies',
    permission,
    summary: 'Answers that are given often; for a conversation, with its buyer and order filled in',
    input: saved.SavedReplyQuery,
    output: Page(saved.SavedReply),
    handle: ({ db, actor, input }) => saved.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/saved-replies',
    permission,
    status: 201,
    summary: 'Save an answer that is given often',
    input: saved.NewSavedReply,
    output: saved.SavedReply,
    handle: ({ db, actor, input }) => saved.add(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/saved-replies/:reply',
    permission,
    summary: 'Change a saved reply',
    input: saved.SavedReplyChange,
    output: saved.SavedReply,
    handle: ({ db, actor, params, input }) => saved.change(db, actor, params.reply as string, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/saved-replies/:reply',
    permission,
    summary: 'Delete a saved reply',
    output: z.object({}),
    handle: ({ db, actor, params }) => saved.remove(db, actor, params.reply as string),
  }),
]
