import { type Answer, address, call, type Input } from '../api.ts'
import { upload } from '../shell/upload.ts'

/** The word of a side's queries, and of what the server tells of them. */
export type Area = 'messages' | 'seller-messages'
export type Entry = Answer<'GET /accounts/:account/conversations/:conversation/entries'>['items'][number]
export type Message =
  Answer<'GET /accounts/:account/seller-conversations/:conversation/messages'>['items'][number]
export type About = NonNullable<Entry['about']>
/** What a message is about, as it is sent. */
export type AboutGiven = NonNullable<
  Input<'POST /accounts/:account/conversations/:conversation/messages'>['input']['about']
>

export type Said = {
  key: string
  kind: 'text' | 'note' | 'photo'
  text: string
  about?: About | undefined
  /** Of a reply: the number of the last message that its writer had seen, and whether it goes all the same. */
  seen?: number
  anyway?: boolean
}

/** A conversation as one of its two sides has it, and what that side calls to read and to write. */
export type Side = {
  area: Area
  account: string
  conversation: string
  /** Whose bubbles are one's own. */
  own: 'seller' | 'buyer'
  read: (query: { since?: number; after?: string }) => Promise<{ items: Entry[]; next: string | null }>
  send: (said: Said, photo?: Blob, progress?: (share: number) => void) => Promise<Entry>
  markRead: (number: number) => Promise<unknown>
}

export const sideOf = (area: Area, account: string, conversation: string): Side =>
  area === 'messages' ? teamSide(account, conversation) : buyerSide(account, conversation)

export function teamSide(account: string, conversation: string): Side {
  const params = { account, conversation }
  return {
    area: 'messages',
    own: 'seller',
    ...params,
    read: (input) => call('GET /accounts/:account/conversations/:conversation/entries', { params, input }),
    send: ({ kind, key, text, about, seen, anyway }, photo, progress) => {
      const path = '/accounts/:account/conversations/:conversation/photos'
      const care = { ...(seen !== undefined && { seen }), ...(anyway && { anyway }) }
      if (photo) return upload<Entry>(address(path, params, { key, ...care }), photo, photo.type, progress)
      if (kind === 'note')
        return call('POST /accounts/:account/conversations/:conversation/notes', {
          params,
          input: { text, key },
        })
      return call('POST /accounts/:account/conversations/:conversation/messages', {
        params,
        input: {
          text,
          key,
          ...(about && { about: given(about) }),
          ...care,
        },
      })
    },
    markRead: (number) =>
      call('POST /accounts/:account/conversations/:conversation/read', { params, input: { number } }),
  }
}

export function buyerSide(account: string, conversation: string): Side {
  const params = { account, conversation }
  return {
    area: 'seller-messages',
    own: 'buyer',
    ...params,
    read: async (input) => {
      const path = 'GET /accounts/:account/seller-conversations/:conversation/messages'
      const { items, next } = await call(path, { params, input })
      return { items: items.map(asEntry), next }
    },
    send: async ({ key, text, about }, photo, progress) => {
      const path = '/accounts/:account/seller-conversations/:conversation/photos'
      if (photo)
        return asEntry(await upload<Message>(address(path, params, { key }), photo, photo.type, progress))
      return asEntry(
        await call('POST /accounts/:account/seller-conversations/:conversation/messages', {
          params,
          input: { text, key, ...(about && { about: given(about) }) },
        }),
      )
    },
    markRead: (number) =>
      call('POST /accounts/:account/seller-conversations/:conversation/read', { params, input: { number } }),
  }
}

const given = ({ kind, id }: About): AboutGiven => ({ kind, id })

/** A buyer's message in the shape of the team's entries: a name is all there is of its writer. */
const asEntry = (message: Message): Entry => ({
  ...message,
  number: message.position,
  person: message.person === null ? null : { id: '', name: message.person },
})
