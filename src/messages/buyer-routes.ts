import { z } from 'zod'
import { download, route, upload } from '../door/route.ts'
import type { Files } from '../ground/files.ts'
import { Page } from '../ground/page.ts'
import { photoTypes, readPhoto } from '../inventory/photo-files.ts'
import * as asking from './asking.ts'
import { Message, NewConversation, NewMessage, NewPhoto, TimelineQuery } from './message.ts'
import * as own from './own.ts'
import { SellerConversation } from './own.ts'
import * as photos from './photos.ts'

const permission = 'money.spend'
const all = '/accounts/:account/seller-conversations'
const one = `${all}/:conversation`
const pace = { name: 'messages to sellers', count: 30, minutes: 1, per: 'account' } as const

/** A buyer's side of conversations. */
export const buyerMessageRoutes = (files: Files) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'What the account and sellers write to each other, the latest first',
    input: own.SellerQuery,
    output: Page(SellerConversation),
    handle: ({ db, actor, input }) => own.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    limit: pace,
    summary: 'Write to a shop as the account: about a product, a show, an order or nothing in particular',
    input: NewConversation,
    output: z.object({ conversation: z.string(), message: Message }),
    handle: ({ db, actor, input }) => asking.start(db, actor, input),
  }),
  route({
    method: 'GET',
    path: one,
    permission,
    summary: 'One conversation with a seller',
    output: SellerConversation,
    handle: ({ db, actor, params }) => own.show(db, actor, params.conversation as string),
  }),
  route({
    method: 'GET',
    path: `${one}/messages`,
    permission,
    summary: 'What stands in it: the latest, or what came after a place',
    input: TimelineQuery,
    output: Page(Message),
    handle: ({ db, actor, params, input }) => own.timeline(db, actor, params.conversation as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/messages`,
    permission,
    status: 201,
    limit: pace,
    summary: 'Go on writing; under a key that was used, nothing is sent again',
    input: NewMessage,
    output: Message,
    handle: ({ db, actor, params, input }) => asking.write(db, actor, params.conversation as string, input),
  }),
  upload({
    path: `${one}/photos`,
    permission,
    status: 201,
    summary: 'Send a photo',
    takes: photoTypes,
    longest: 20_000_000,
    limit: pace,
    input: NewPhoto,
    output: Message,
    receive: (bytes) => readPhoto(bytes),
    handle: ({ db, actor, params, input, received }) =>
      photos.write(db, actor, files, params.conversation as string, input.key, received),
  }),
  download({
    path: `${one}/photos/:photo`,
    permission,
    summary: 'A photo of a conversation with a seller',
    type: 'image/webp',
    file: 'photo.webp',
    input: photos.PhotoQuery,
    write: async function* ({ again, params, input }) {
      const { conversation, photo } = params as { conversation: string; photo: string }
      const seller = await again((db, actor) => photos.ofBuyer(db, actor, conversation, photo))
      yield* photos.bytesOf(files, seller, photo, input.size)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/read`,
    permission,
    summary: 'Say that one has read up to a message',
    input: own.ReadUpTo,
    output: z.object({}),
    handle: ({ db, actor, params, input }) => own.read(db, actor, params.conversation as string, input),
  }),
]
