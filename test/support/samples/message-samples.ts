import { cast } from '../../../cast/people.ts'
import { makePhoto } from '../make-photo.ts'
import { memoize } from '../memoize.ts'
import type { CastWorld, OperationSample } from './operation-samples.ts'
import { orderThings } from './order-samples.ts'

const inbox = '/accounts/:account/conversations'
const one = `${inbox}/:conversation`
const asked = '/accounts/:account/buyer-conversations'
const own = `${asked}/:conversation`
const saved = '/accounts/:account/saved-replies'
const always = (body: unknown): OperationSample => ({ body: () => body })
const photo: OperationSample = { type: 'image/png', body: () => makePhoto() }
const said = { text: 'Thank you for the lovely bear' }

let made = 0

/** Valid inputs of the operations on messages. Rita writes to Maison Ours, which writes to Fox & Fern. */
export const messageSamples: Record<string, OperationSample> = {
  [`GET ${inbox}`]: {},
  [`POST ${inbox}`]: { body: async (theatre) => ({ ...said, order: await orderThings.order(theatre) }) },
  'GET /accounts/:account/conversation-counts': {},
  [`GET ${one}`]: {},
  [`PATCH ${one}`]: always({ assignee: null }),
  [`GET ${one}/entries`]: {},
  [`POST ${one}/messages`]: always(said),
  [`POST ${one}/photos`]: photo,
  [`GET ${one}/photos/:photo`]: {},
  [`POST ${one}/notes`]: always(said),
  [`POST ${one}/read`]: always({ number: 1 }),
  [`POST ${one}/replying`]: {},
  [`GET ${one}/orders`]: {},
  'GET /accounts/:account/orders/:order/conversation': {},
  [`GET ${saved}`]: {},
  [`POST ${saved}`]: { body: () => ({ title: `Thanks ${++made}`, text: 'Dear {buyer}, thank you' }) },
  [`PATCH ${saved}/:reply`]: always({ text: 'Dear {buyer}, thanks' }),
  [`DELETE ${saved}/:reply`]: {},
  [`GET ${asked}`]: {},
  [`POST ${asked}`]: always({ ...said, shop: cast.rita.username }),
  [`GET ${own}`]: {},
  [`GET ${own}/messages`]: {},
  [`POST ${own}/messages`]: always(said),
  [`POST ${own}/photos`]: photo,
  [`GET ${own}/photos/:photo`]: {},
  [`POST ${own}/read`]: always({ number: 1 }),
  'GET /accounts/:account/notifications': {},
  'GET /me/notification-settings': {},
  'PATCH /me/notification-settings': always({ kind: 'messages', bell: true }),
}

/** Rita's conversation with Maison Ours, as its team sees it. */
const withRita = memoize(async ({ as, fox }) => {
  const to = { ...said, shop: cast.olga.username }
  return (await as.rita.post(`${fox}/buyer-conversations`, to)).body.conversation as string
})
/** The conversation of Maison Ours with Fox & Fern, where it is the buyer. */
const withFox = memoize(async ({ as, ours }) => {
  const to = { ...said, shop: cast.rita.username }
  return (await as.olga.post(`${ours}/buyer-conversations`, to)).body.conversation as string
})

async function photoIn({ as, ours }: CastWorld, conversation: string): Promise<string> {
  const type = { 'content-type': 'image/png' }
  return (await as.olga.post(`${ours}/${conversation}/photos`, await makePhoto(), type)).body.id
}
const photoToRita = memoize(async (theatre) => photoIn(theatre, `conversations/${await withRita(theatre)}`))
const photoToFox = memoize(async (theatre) =>
  photoIn(theatre, `buyer-conversations/${await withFox(theatre)}`),
)

const isAsked = (path: string) => path.includes('/buyer-conversations/')

export const messageThings = {
  conversation: (theatre: CastWorld, path: string) => (isAsked(path) ? withFox : withRita)(theatre),
  photoSent: (theatre: CastWorld, path: string) => (isAsked(path) ? photoToFox : photoToRita)(theatre),
  reply: async ({ as, ours }: CastWorld) =>
    (await as.olga.post(`${ours}/saved-replies`, { title: `Thanks ${++made}`, text: 'Thank you' })).body
      .id as string,
}
