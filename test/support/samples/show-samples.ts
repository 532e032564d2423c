import { addCardAndAddress } from '../../../cast/cards-and-addresses.ts'
import {
  clockTimeTomorrow,
  createProductForShow,
  scheduleCastShow,
  startCastShow,
} from '../../../cast/cast-shows.ts'
import type { SignedInCast } from '../../../cast/sign-up-cast.ts'
import { makeWebRtcPeer } from '../../../cast/webrtc-peers.ts'
import { mediaServerUrl } from '../../../src/shows/media-server.ts'
import { makePhoto } from '../make-photo.ts'
import { memoize } from '../memoize.ts'
import { testSecret } from '../test-environment.ts'
import type { CastWorld, OperationCaller, OperationSample } from './operation-samples.ts'

const shows = '/accounts/:account/shows'
const one = `${shows}/:show`
const always = (body: unknown): OperationSample => ({ body: () => body })
const sdp = 'application/sdp'

/** Valid inputs of the operations on shows, their chat and their sales. */
export const showSamples: Record<string, OperationSample> = {
  [`GET ${shows}`]: {},
  [`POST ${shows}`]: {
    body: () => ({ title: 'Bears', startsAt: clockTimeTomorrow(), zone: 'Europe/Paris' }),
  },
  [`GET ${one}`]: {},
  [`PATCH ${one}`]: always({ title: 'Bears and plates' }),
  [`POST ${one}/cancellation`]: { before: newShow, body: () => ({ reason: 'The kiln broke' }) },
  [`POST ${one}/cover`]: { type: 'image/png', body: () => makePhoto() },
  [`DELETE ${one}/cover`]: {},
  [`GET ${one}/products`]: {},
  [`PATCH ${one}/products`]: { before: newShow, body: () => ({ products: [] }) },
  [`GET ${one}/shipments`]: {},
  [`POST ${one}/rehearsal`]: {},
  [`POST ${one}/broadcast`]: { before: newShow, body: () => ({}) },
  [`POST ${one}/heartbeat`]: {},
  [`POST ${one}/hand-over`]: { before: hosted, body: () => ({ member: null }) },
  [`POST ${one}/stop`]: { before: hosted },
  [`POST ${one}/end`]: { before: hosted },
  [`POST ${one}/emergency-stop`]: { before: hosted },
  [`GET ${one}/counters`]: {},
  [`GET ${one}/whip`]: {},
  [`POST ${one}/whip`]: { type: sdp, before: hosted, body: () => offer(true) },
  [`DELETE ${one}/whip/:session`]: {},
  [`GET ${one}/chat`]: {},
  [`POST ${one}/chat`]: always({ text: 'Welcome' }),
  [`DELETE ${one}/chat/:line`]: {},
  [`GET ${one}/moderation`]: {},
  [`PATCH ${one}/moderation`]: always({ slowSeconds: 0, mutedWords: ['cheat'] }),
  [`POST ${one}/bans`]: { before: elsewhere, body: () => ({ line: said, kind: 'mute' }) },
  'GET /accounts/:account/chat-bans': {},
  'DELETE /accounts/:account/chat-bans/:ban': {},
  [`GET ${one}/auctions`]: {},
  [`POST ${one}/auctions`]: { before: hosted, body: () => ({ product: sold, seconds: 10 }) },
  [`POST ${one}/giveaways`]: { before: hosted, body: () => ({ product: sold }) },
  'GET /accounts/:account/bids': {},
  'POST /accounts/:account/bids': { before: ready, body: higherBid },
  'POST /accounts/:account/show-purchases': { before: ready, body: (theatre) => somethingOfTheirs(theatre) },
  'POST /accounts/:account/show-purchases/quote': { body: (theatre) => somethingOfTheirs(theatre) },
  'POST /accounts/:account/giveaway-entries': { before: ready, body: (theatre) => theirGiveaway(theatre) },
  'GET /shows': {},
  'GET /show-categories': {},
  'GET /shows/:show': {},
  'GET /shows/:show/chat': {},
  'POST /shows/:show/chat': always({ text: 'What a bear' }),
  'GET /shows/:show/auctions': {},
  'GET /shows/:show/giveaways': {},
  'GET /shows/:show/whep': {},
  'POST /shows/:show/whep': { type: sdp, before: withPicture, body: () => offer(false) },
  'DELETE /shows/:show/whep/:session': {},
  'POST /media/authorization': { body: (theatre) => tokenToWatch(theatre) },
  'GET /me/bookmarks': {},
  'POST /shows/:show/bookmark': {},
  'DELETE /shows/:show/bookmark': {},
}

/** A live show of Maison Ours; a new line in it; a muted person. */
export const showThings = {
  show: async (theatre: CastWorld) => {
    const { as, ours } = theatre
    const present = shown.get(theatre.app)
    const { status } = present ? (await as.olga.get(`${ours}/shows/${present}`)).body : {}
    const show = present && status !== 'ended' ? present : (await startCastShow(theatre)).show
    shown.set(theatre.app, show)
    return show
  },
  line: async ({ as }: CastWorld, url: string) =>
    (await as.olga.post(url.replace('/:line', ''), { text: 'A slip' })).body.id as string,
  ban: async (theatre: CastWorld) => {
    const { as, ours } = theatre
    const show = await elsewhere(theatre)
    return (await as.olga.post(`${ours}/shows/${show}/bans`, { line: said, kind: 'mute' })).body.id as string
  },
}

const shown = new WeakMap<object, string>()

/** The line of the latest `elsewhere`, and the product of the latest `hosted`. */
let said = ''
let sold = ''

function newShow(theatre: CastWorld): Promise<string> {
  return scheduleCastShow(theatre, 'Evening of bears')
}

/** A show with the caller on the air or, if they may not host, with Selma. */
async function hosted(theatre: CastWorld, caller: OperationCaller): Promise<string> {
  const { as, ours } = theatre
  sold = await createProductForShow(theatre)
  const show = await scheduleCastShow(theatre, 'Evening of plates', [sold])
  await as[caller === 'nobody' ? 'selma' : caller].post(`${ours}/shows/${show}/broadcast`, {})
  return show
}

/** Another show, in which Rita writes a line. */
async function elsewhere(theatre: CastWorld): Promise<string> {
  const { show } = await startCastShow(theatre, 'A noisy show')
  said = (await theatre.as.rita.post(`/shows/${show}/chat`, { text: 'Mine are better' })).body.id
  return show
}

const offer = async (sends: boolean) => {
  const peer = await makeWebRtcPeer({ sends })
  peer.close()
  return peer.offer
}

async function withPicture(theatre: CastWorld): Promise<string> {
  const { as, ours } = theatre
  const show = await hosted(theatre, 'selma')
  const path = `${ours}/shows/${show}/whip`
  const sent = await as.selma.post(path, await offer(true), { 'content-type': sdp })
  if (sent.status !== 201) throw new Error(`no picture: ${JSON.stringify(sent.body)}`)
  return show
}

const tokenToWatch = async (theatre: CastWorld) => {
  const show = await showThings.show(theatre)
  const address = new URL(
    mediaServerUrl('http://media.example', testSecret, { does: 'read', show }, new Date()),
  )
  return { action: 'read', path: show, query: address.search.slice(1) }
}

const withCard = memoize(({ as, ours }) => addCardAndAddress(as.olga, ours))
async function ready(theatre: CastWorld) {
  await withCard(theatre)
  return undefined
}

/** A show of Fox & Fern with a running auction, and ferns at a fixed price. */
const theirs = memoize(async ({ as, fox }: SignedInCast) => {
  const product = { title: 'Potted fern', price: 1200, quantity: 500 }
  const fern = (await as.rita.post(`${fox}/products`, product)).body.id as string
  const cards = (await as.rita.post(`${fox}/products`, { ...product, sale: 'auction' })).body.id as string
  const made = await as.rita.post(`${fox}/shows`, {
    title: 'Ferns',
    startsAt: clockTimeTomorrow(),
    zone: 'Europe/London',
  })
  const show = made.body.items[0].id as string
  const path = `${fox}/shows/${show}`
  await as.rita.patch(`${path}/products`, { products: [{ product: fern }, { product: cards }] })
  await as.rita.post(`${path}/broadcast`, {})
  const auction = (await as.rita.post(`${path}/auctions`, { product: cards, seconds: 600 })).body.id as string
  const giveaway = (await as.rita.post(`${path}/giveaways`, { product: cards })).body.id as string
  return { show, auction, giveaway, fern }
})

let bids = 0
async function higherBid(theatre: CastWorld) {
  const { show, auction } = await theirs(theatre)
  return { show, auction, amount: 10_000 * ++bids }
}
const somethingOfTheirs = async (theatre: CastWorld) => {
  const { show, fern } = await theirs(theatre)
  return { show, product: fern, quantity: 1 }
}
const theirGiveaway = async (theatre: CastWorld) => {
  const { show, giveaway } = await theirs(theatre)
  return { show, giveaway }
}
