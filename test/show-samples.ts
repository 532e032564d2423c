import { readyToBuy } from '../cast/buyers.ts'
import { forShow, onAir, schedule, tomorrow } from '../cast/live.ts'
import type { Stage } from '../cast/load.ts'
import { makePeer } from '../cast/peers.ts'
import { mediaAddress } from '../src/shows/media-server.ts'
import { once } from './once.ts'
import { picture } from './pictures.ts'
import type { Caller, Sample, Theatre } from './samples.ts'
import { secret } from './world.ts'

const shows = '/accounts/:account/shows'
const one = `${shows}/:show`
const always = (body: unknown): Sample => ({ body: () => body })
const sdp = 'application/sdp'

/** What the operations on shows, their chat and what they sell take. */
export const showSamples: Record<string, Sample> = {
  [`GET ${shows}`]: {},
  [`POST ${shows}`]: { body: () => ({ title: 'Bears', startsAt: tomorrow(), zone: 'Europe/Paris' }) },
  [`GET ${one}`]: {},
  [`PATCH ${one}`]: always({ title: 'Bears and plates' }),
  [`POST ${one}/cancellation`]: { before: newShow, body: () => ({ reason: 'The kiln broke' }) },
  [`POST ${one}/cover`]: { type: 'image/png', body: () => picture() },
  [`DELETE ${one}/cover`]: {},
  [`GET ${one}/products`]: {},
  [`PATCH ${one}/products`]: { before: newShow, body: () => ({ products: [] }) },
  [`GET ${one}/shipments`]: {},
  [`POST ${one}/rehearsal`]: {},
  [`POST ${one}/broadcast`]: { before: newShow, body: () => ({}) },
  [`POST ${one}/beat`]: {},
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

/** A show of Maison Ours that is on the air; a new line in it; somebody muted. */
export const showThings = {
  show: async (theatre: Theatre) => {
    const { as, ours } = theatre
    const present = shown.get(theatre.app)
    const { state } = present ? (await as.olga.get(`${ours}/shows/${present}`)).body : {}
    const show = present && state !== 'ended' ? present : (await onAir(theatre)).show
    shown.set(theatre.app, show)
    return show
  },
  line: async ({ as }: Theatre, url: string) =>
    (await as.olga.post(url.replace('/:line', ''), { text: 'A slip' })).body.id as string,
  ban: async (theatre: Theatre) => {
    const { as, ours } = theatre
    const show = await elsewhere(theatre)
    return (await as.olga.post(`${ours}/shows/${show}/bans`, { line: said, kind: 'mute' })).body.id as string
  },
}

const shown = new WeakMap<object, string>()

/** The line that the latest `elsewhere` is about; the product that the latest `hosted` sells. */
let said = ''
let sold = ''

function newShow(theatre: Theatre): Promise<string> {
  return schedule(theatre, 'Evening of bears')
}

/** A show that the caller is on the air with; of somebody who may not, one that Selma is. */
async function hosted(theatre: Theatre, caller: Caller): Promise<string> {
  const { as, ours } = theatre
  sold = await forShow(theatre)
  const show = await schedule(theatre, 'Evening of plates', [sold])
  await as[caller === 'nobody' ? 'selma' : caller].post(`${ours}/shows/${show}/broadcast`, {})
  return show
}

/** Another show, in which Rita says something. */
async function elsewhere(theatre: Theatre): Promise<string> {
  const { show } = await onAir(theatre, 'A noisy show')
  said = (await theatre.as.rita.post(`/shows/${show}/chat`, { text: 'Mine are better' })).body.id
  return show
}

const offer = async (sends: boolean) => {
  const peer = await makePeer({ sends })
  peer.close()
  return peer.offer
}

async function withPicture(theatre: Theatre): Promise<string> {
  const { as, ours } = theatre
  const show = await hosted(theatre, 'selma')
  const path = `${ours}/shows/${show}/whip`
  const sent = await as.selma.post(path, await offer(true), { 'content-type': sdp })
  if (sent.status !== 201) throw new Error(`no picture: ${JSON.stringify(sent.body)}`)
  return show
}

const tokenToWatch = async (theatre: Theatre) => {
  const show = await showThings.show(theatre)
  const address = new URL(mediaAddress('http://media.example', secret, { does: 'read', show }))
  return { action: 'read', path: show, query: address.search.slice(1) }
}

const withCard = once(({ as, ours }) => readyToBuy(as.olga, ours))
async function ready(theatre: Theatre) {
  await withCard(theatre)
  return undefined
}

/** A show of Fox & Fern with an auction that runs, and ferns at a price. */
const theirs = once(async ({ as, fox }: Stage) => {
  const product = { title: 'Potted fern', price: 1200, quantity: 500 }
  const fern = (await as.rita.post(`${fox}/products`, product)).body.id as string
  const cards = (await as.rita.post(`${fox}/products`, { ...product, sale: 'auction' })).body.id as string
  const made = await as.rita.post(`${fox}/shows`, {
    title: 'Ferns',
    startsAt: tomorrow(),
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
async function higherBid(theatre: Theatre) {
  const { show, auction } = await theirs(theatre)
  return { show, auction, amount: 10_000 * ++bids }
}
const somethingOfTheirs = async (theatre: Theatre) => {
  const { show, fern } = await theirs(theatre)
  return { show, product: fern, quantity: 1 }
}
const theirGiveaway = async (theatre: Theatre) => {
  const { show, giveaway } = await theirs(theatre)
  return { show, giveaway }
}
