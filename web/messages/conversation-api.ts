import { type Answer, apiUrl, callApi, type Input } from '../data/api.ts'
import { uploadFile } from '../data/upload-file.ts'

/** The topic of a side's queries and live events. */
export type ConversationTopic = 'messages' | 'seller-messages'
export type ConversationEntry =
  Answer<'GET /accounts/:account/conversations/:conversation/entries'>['items'][number]
export type ShopMessage =
  Answer<'GET /accounts/:account/buyer-conversations/:conversation/messages'>['items'][number]
export type MessageSubject = NonNullable<ConversationEntry['subject']>
/** The subject of a message as input of the API. */
export type MessageSubjectInput = NonNullable<
  Input<'POST /accounts/:account/conversations/:conversation/messages'>['input']['subject']
>

export type OutgoingMessage = {
  key: string
  kind: 'text' | 'note' | 'photo'
  text: string
  subject?: MessageSubject | undefined
  /**
   * For a reply: the number of the last message that its writer had seen, and whether to send it even if another
   * member has answered.
   */
  seen?: number
  anyway?: boolean
}

/** A conversation from one of its two sides, with the operations by which that side reads and writes. */
export type ConversationApi = {
  area: ConversationTopic
  account: string
  conversation: string
  /** The side whose messages are shown as one's own. */
  own: 'seller' | 'buyer'
  read: (query: {
    since?: number
    after?: string
  }) => Promise<{ items: ConversationEntry[]; next: string | null }>
  send: (
    message: OutgoingMessage,
    photo?: Blob,
    progress?: (share: number) => void,
  ) => Promise<ConversationEntry>
  markRead: (number: number) => Promise<unknown>
}

export const conversationApi = (
  area: ConversationTopic,
  account: string,
  conversation: string,
): ConversationApi =>
  area === 'messages'
    ? teamConversationApi(account, conversation)
    : buyerConversationApi(account, conversation)

export function teamConversationApi(account: string, conversation: string): ConversationApi {
  const params = { account, conversation }
  return {
    area: 'messages',
    own: 'seller',
    ...params,
    read: (input) => callApi('GET /accounts/:account/conversations/:conversation/entries', { params, input }),
    send: ({ kind, key, text, subject, seen, anyway }, photo, progress) => {
      const path = '/accounts/:account/conversations/:conversation/photos'
      const care = { ...(seen !== undefined && { seen }), ...(anyway && { anyway }) }
      if (photo)
        return uploadFile<ConversationEntry>(
          apiUrl(path, params, { key, ...care }),
          photo,
          photo.type,
          progress,
        )
      if (kind === 'note')
        return callApi('POST /accounts/:account/conversations/:conversation/notes', {
          params,
          input: { text, key },
        })
      return callApi('POST /accounts/:account/conversations/:conversation/messages', {
        params,
        input: {
          text,
          key,
          ...(subject && { subject: given(subject) }),
          ...care,
        },
      })
    },
    markRead: (number) =>
      callApi('POST /accounts/:account/conversations/:conversation/read', { params, input: { number } }),
  }
}

export function buyerConversationApi(account: string, conversation: string): ConversationApi {
  const params = { account, conversation }
  return {
    area: 'seller-messages',
    own: 'buyer',
    ...params,
    read: async (input) => {
      const path = 'GET /accounts/:account/buyer-conversations/:conversation/messages'
      const { items, next } = await callApi(path, { params, input })
      return { items: items.map(asEntry), next }
    },
    send: async ({ key, text, subject }, photo, progress) => {
      const path = '/accounts/:account/buyer-conversations/:conversation/photos'
      if (photo)
        return asEntry(
          await uploadFile<ShopMessage>(apiUrl(path, params, { key }), photo, photo.type, progress),
        )
      return asEntry(
        await callApi('POST /accounts/:account/buyer-conversations/:conversation/messages', {
          params,
          input: { text, key, ...(subject && { subject: given(subject) }) },
        }),
      )
    },
    markRead: (number) =>
      callApi('POST /accounts/:account/buyer-conversations/:conversation/read', {
        params,
        input: { number },
      }),
  }
}

const given = ({ kind, id }: MessageSubject): MessageSubjectInput => ({ kind, id })

/** A buyer's message in the shape of the team's entries. Of its author, only a name is known. */
const asEntry = (message: ShopMessage): ConversationEntry => ({
  ...message,
  number: message.position,
  person: message.by === null ? null : { id: '', name: message.by },
})
