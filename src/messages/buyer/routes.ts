import { z } from 'zod'
import { downloadRoute, route, uploadRoute } from '../../http/route.ts'
import { PageOf } from '../../platform/database/keyset-page.ts'
import type { FileStorage } from '../../platform/files/file-storage.ts'
import { readPhoto } from '../../platform/files/images.ts'
import { maxFileBytes, photoTypes } from '../../platform/vocabulary.ts'
import { Message, NewConversation, NewMessage, NewPhoto, ReadUpTo, TimelineQuery } from '../message.ts'
import { MessagePhotoQuery, readMessagePhoto } from '../message-photos.ts'
import {
  BuyerConversation,
  BuyerConversationQuery,
  findBuyerConversation,
  listBuyerConversations,
  listBuyerTimeline,
  markReadByBuyer,
} from './conversations.ts'
import { photoForBuyer, sendPhoto } from './photo-messages.ts'
import { sendMessage, startConversation } from './send-message.ts'

const permission = 'money.spend'
const all = '/accounts/:account/buyer-conversations'
const conversationPath = `${all}/:conversation`
const messageLimit = { name: 'messages to sellers', count: 30, minutes: 1, per: 'account' } as const

/** The routes for conversations, on the buyer's side. */
export const buyerMessageRoutes = (files: FileStorage) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'The account’s conversations with sellers, the latest first',
    input: BuyerConversationQuery,
    output: PageOf(BuyerConversation),
    handle: ({ db, actor, input }) => listBuyerConversations(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    limit: messageLimit,
    summary: 'Write to a shop in the account’s name, with or without a product, show or order as the subject',
    input: NewConversation,
    output: z.object({ conversation: z.string(), message: Message }),
    handle: ({ db, actor, input }) => startConversation(db, actor, input),
  }),
  route({
    method: 'GET',
    path: conversationPath,
    permission,
    summary: 'One conversation with a seller',
    output: BuyerConversation,
    handle: ({ db, actor, params }) => findBuyerConversation(db, actor, params.conversation),
  }),
  route({
    method: 'GET',
    path: `${conversationPath}/messages`,
    permission,
    summary: 'The messages of a conversation: the latest, or those after a position',
    input: TimelineQuery,
    output: PageOf(Message),
    handle: ({ db, actor, params, input }) => listBuyerTimeline(db, actor, params.conversation, input),
  }),
  route({
    method: 'POST',
    path: `${conversationPath}/messages`,
    permission,
    status: 201,
    limit: messageLimit,
    summary: 'Write a message; with a key that was used before, nothing is sent again',
    input: NewMessage,
    output: Message,
    handle: ({ db, actor, params, input }) => sendMessage(db, actor, params.conversation, input),
  }),
  uploadRoute({
    path: `${conversationPath}/photos`,
    permission,
    status: 201,
    summary: 'Send a photo',
    takes: photoTypes,
    maxBytes: maxFileBytes,
    limit: messageLimit,
    input: NewPhoto,
    output: Message,
    receive: (bytes) => readPhoto(bytes),
    handle: ({ db, actor, params, input, received }) =>
      sendPhoto(db, actor, files, params.conversation, input.key, received),
  }),
  downloadRoute({
    path: `${conversationPath}/photos/:photo`,
    permission,
    summary: 'A photo of a conversation with a seller',
    type: 'image/webp',
    file: 'photo.webp',
    input: MessagePhotoQuery,
    write: async function* ({ withAccess, params, input }) {
      const { conversation, photo } = params as { conversation: string; photo: string }
      const seller = await withAccess((db, actor) => photoForBuyer(db, actor, conversation, photo))
      yield* readMessagePhoto(files, seller, photo, input.size)
    },
  }),
  route({
    method: 'POST',
    path: `${conversationPath}/read`,
    permission,
    summary: 'Mark messages as read, up to a number',
    input: ReadUpTo,
    output: z.object({}),
    handle: ({ db, actor, params, input }) => markReadByBuyer(db, actor, params.conversation, input),
  }),
]
