import { z } from 'zod'
import { downloadRoute, route, uploadRoute } from '../../http/route.ts'
import { listOrdersOfBuyer } from '../../orders/sale/buyers.ts'
import { OrderRow } from '../../orders/sale/list-orders.ts'
import { cursorParam, PageOf } from '../../platform/database/keyset-page.ts'
import type { FileStorage } from '../../platform/files/file-storage.ts'
import { readPhoto } from '../../platform/files/images.ts'
import { maxFileBytes, photoTypes } from '../../platform/vocabulary.ts'
import {
  ConversationEntry,
  NewNote,
  NewOutreach,
  NewPhotoReply,
  NewReply,
  ReadUpTo,
  TimelineQuery,
} from '../message.ts'
import { MessagePhotoQuery, readMessagePhoto } from '../message-photos.ts'
import {
  Conversation,
  ConversationRow,
  countInbox,
  findConversation,
  findConversationOfOrder,
  findConversationRow,
  InboxCounts,
  InboxQuery,
  listInbox,
} from './inbox.ts'
import { photoForTeam, replyWithPhoto } from './photo-replies.ts'
import { addNote, replyToBuyer, writeToBuyerOfOrder } from './reply.ts'
import {
  addSavedReply,
  changeSavedReply,
  listSavedReplies,
  NewSavedReply,
  removeSavedReply,
  SavedReply,
  SavedReplyChange,
  SavedReplyQuery,
} from './saved-replies.ts'
import { listTeamTimeline } from './team-timeline.ts'
import {
  ConversationChange,
  markConversationRead,
  publishReplying,
  updateConversation,
} from './update-conversation.ts'

const permission = 'messages.reply'
const all = '/accounts/:account/conversations'
const conversationPath = `${all}/:conversation`
/** More than anybody types; the count covers all conversations of a person together. */
const messageLimit = { name: 'messages', count: 60, minutes: 1 }

export const teamMessageRoutes = (files: FileStorage) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'The inbox: conversations with customers, the latest first',
    input: InboxQuery,
    output: PageOf(ConversationRow),
    handle: ({ db, actor, input }) => listInbox(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    limit: messageLimit,
    summary: 'Write to the buyer of an order in the account’s name',
    input: NewOutreach,
    output: z.object({ conversation: z.string(), entry: ConversationEntry }),
    handle: ({ db, actor, input }) => writeToBuyerOfOrder(db, actor, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/conversation-counts',
    permission,
    summary: 'The numbers of unread, own and unassigned conversations',
    output: InboxCounts,
    handle: ({ db, actor }) => countInbox(db, actor),
  }),
  route({
    method: 'GET',
    path: conversationPath,
    permission,
    summary: 'One conversation',
    output: Conversation,
    handle: ({ db, actor, params }) => findConversation(db, actor, params.conversation),
  }),
  route({
    method: 'PATCH',
    path: conversationPath,
    permission,
    summary: 'Assign, close or reopen a conversation, or block its buyer',
    input: ConversationChange,
    output: Conversation,
    handle: ({ db, actor, params, input }) => updateConversation(db, actor, params.conversation, input),
  }),
  route({
    method: 'GET',
    path: `${conversationPath}/entries`,
    permission,
    summary:
      'The entries of a conversation, including the team’s notes: the latest, or those after a position',
    input: TimelineQuery,
    output: PageOf(ConversationEntry),
    handle: ({ db, actor, params, input }) => listTeamTimeline(db, actor, params.conversation, input),
  }),
  route({
    method: 'POST',
    path: `${conversationPath}/messages`,
    permission,
    status: 201,
    limit: messageLimit,
    summary: 'Answer in the account’s name; with a key that was used before, nothing is sent again',
    input: NewReply,
    output: ConversationEntry,
    handle: ({ db, actor, params, input }) => replyToBuyer(db, actor, params.conversation, input),
  }),
  uploadRoute({
    path: `${conversationPath}/photos`,
    permission,
    status: 201,
    summary: 'Answer with a photo',
    takes: photoTypes,
    maxBytes: maxFileBytes,
    limit: messageLimit,
    input: NewPhotoReply,
    output: ConversationEntry,
    receive: (bytes) => readPhoto(bytes),
    handle: ({ db, actor, params, input, received }) =>
      replyWithPhoto(db, actor, files, params.conversation, input, received),
  }),
  downloadRoute({
    path: `${conversationPath}/photos/:photo`,
    permission,
    summary: 'A photo of a conversation',
    type: 'image/webp',
    file: 'photo.webp',
    input: MessagePhotoQuery,
    write: async function* ({ withAccess, params, input }) {
      const { conversation, photo } = params as { conversation: string; photo: string }
      const seller = await withAccess((db, actor) => photoForTeam(db, actor, conversation, photo))
      yield* readMessagePhoto(files, seller, photo, input.size)
    },
  }),
  route({
    method: 'POST',
    path: `${conversationPath}/notes`,
    permission,
    status: 201,
    limit: messageLimit,
    summary: 'Add a note for the team, which the buyer never sees',
    input: NewNote,
    output: ConversationEntry,
    handle: ({ db, actor, params, input }) => addNote(db, actor, params.conversation, input),
  }),
  route({
    method: 'POST',
    path: `${conversationPath}/read`,
    permission,
    summary: 'Mark messages as read by the team, up to a number',
    input: ReadUpTo,
    output: z.object({}),
    handle: ({ db, actor, params, input }) =>
      markConversationRead(db, actor, params.conversation, input.number),
  }),
  route({
    method: 'POST',
    path: `${conversationPath}/replying`,
    permission,
    limit: { name: 'replying', count: 60, minutes: 1 },
    summary: 'Tell the other members that you are about to answer',
    output: z.object({}),
    handle: ({ db, actor, params }) => publishReplying(db, actor, params.conversation),
  }),
  route({
    method: 'GET',
    path: `${conversationPath}/orders`,
    permission,
    summary: 'The orders of a conversation’s buyer, the latest first',
    input: z.strictObject({ after: cursorParam }),
    output: PageOf(OrderRow),
    handle: async ({ db, actor, params, input }) => {
      const { buyerId } = await findConversationRow(db, actor, params.conversation)
      return listOrdersOfBuyer(db, actor, buyerId, input.after)
    },
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/orders/:order/conversation',
    permission,
    summary: 'The conversation with the buyer of an order, if there is one',
    output: z.object({ conversation: z.string().nullable() }),
    handle: ({ db, actor, params }) => findConversationOfOrder(db, actor, params.order),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/saved-replies',
    permission,
    summary: 'Saved replies; for a conversation, with its buyer and order filled in',
    input: SavedReplyQuery,
    output: PageOf(SavedReply),
    handle: ({ db, actor, input }) => listSavedReplies(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/saved-replies',
    permission,
    status: 201,
    summary: 'Add a saved reply',
    input: NewSavedReply,
    output: SavedReply,
    handle: ({ db, actor, input }) => addSavedReply(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/saved-replies/:reply',
    permission,
    summary: 'Change a saved reply',
    input: SavedReplyChange,
    output: SavedReply,
    handle: ({ db, actor, params, input }) => changeSavedReply(db, actor, params.reply, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/saved-replies/:reply',
    permission,
    summary: 'Delete a saved reply',
    output: z.object({}),
    handle: ({ db, actor, params }) => removeSavedReply(db, actor, params.reply),
  }),
]
