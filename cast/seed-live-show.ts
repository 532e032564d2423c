import type { FastifyInstance } from 'fastify'
import { type ApiClient, bodyOrThrow, signInByApi } from './api-client.ts'
import { castShops } from './cast-shops.ts'
import { type AudienceMember, audienceMembers, signUpAudienceMember } from './cast-shows.ts'
import { type DemoShow, runDemoAuctions } from './demo-auctions.ts'
import { drawCoverPhoto, drawProductPhoto } from './draw-photos.ts'
import { playFilm } from './film/play-film.ts'
import { cast } from './people.ts'

const beat = 10_000
const title = 'Plates and bears, live from the workshop'
const lots = [
  { title: 'Hand-thrown plate', price: 900, sku: 'MO-601' },
  { title: 'Little bowl, celadon', price: 700, sku: 'MO-602' },
]
const alsoSold = ['MO-402', 'MO-102', 'MO-201']

export type DemoLiveShow = { path: string; stop(): Promise<void> }

/**
 * Starts a show with Selma on the air and a film as her camera, and announces two more. A member who takes the show
 * over in the studio keeps it.
 */
export async function startDemoLiveShow(app: FastifyInstance): Promise<DemoLiveShow> {
  const [selma, rita] = [await signInByApi(app, cast.selma.email), await signInByApi(app, cast.rita.email)]
  const ours = await accountOf(selma, castShops.olga.name)
  const fox = await accountOf(rita, castShops.rita.name)
  await announce(selma, ours, 'Bears by candlelight', 1, ['bear', 'bowl', 'plate'])
  await announce(rita, fox, 'Cards and ferns, the spring box', 3, ['card', 'fern'], 'Cards')
  const guests = await Promise.all(
    Object.keys(audienceMembers).map((name) => come(app, name as keyof typeof audienceMembers)),
  )
  const { id, since } = await goLive(selma, ours)
  const own = `${ours}/shows/${id}`
  const leaving = new AbortController()
  const { signal } = leaving

  async function goesOn() {
    if (signal.aborted) return false
    const { onAir } = (await selma.get(own)).body
    const still = onAir?.you && onAir.since === since
    if (!still) leave('Somebody has taken the show over, or ended it: the demo leaves it to them.')
    return still
  }
  function leave(word?: string) {
    if (word && !signal.aborted) console.log(word)
    clearInterval(beating)
    leaving.abort()
  }
  const beating = setInterval(() => {
    goesOn()
      .then((still) => still && selma.post(`${own}/heartbeat`))
      .catch(leave)
  }, beat)
  const evening: DemoShow = { selma, guests, own, open: `/shows/${id}`, goesOn, signal }
  const playing = Promise.all([
    playFilm(sendTo(selma, `${own}/whip`), goesOn, signal),
    runDemoAuctions(evening),
  ])
  playing.catch((error: Error) => leave(`The show stops: ${error.message}`))

  return {
    path: `/shows/${id}`,
    async stop() {
      const still = await goesOn().catch(() => false)
      leave()
      await playing.catch(() => undefined)
      if (still) await selma.post(`${own}/stop`)
    },
  }
}

const sendTo = (client: ApiClient, path: string) => async (offer: string) => {
  const { status, body, headers } = await client.post(path, offer, { 'content-type': 'application/sdp' })
  if (status !== 201) throw new Error(body.code ?? String(status))
  return { session: String(headers.location).split('/').at(-1) as string, answer: body as string }
}

async function accountOf(client: ApiClient, name: string): Promise<string> {
  const { accounts } = (await client.get('/me')).body as { accounts: { id: string; name: string }[] }
  const found = accounts.find((account) => account.name === name)
  if (!found) throw new Error(`${name} is not there any more`)
  return `/accounts/${found.id}`
}

/** Signs a guest in and, the first time, up. */
async function come(app: FastifyInstance, name: keyof typeof audienceMembers): Promise<AudienceMember> {
  const client = await signInByApi(app, audienceMembers[name].email).catch(() => undefined)
  if (!client) return signUpAudienceMember(app, name)
  const account = (await client.get('/me')).body.accounts[0].id as string
  return { client, account, path: `/accounts/${account}` }
}

/** Continues the show of the last start if that is possible; else starts a new one. */
async function goLive(selma: ApiClient, ours: string): Promise<{ id: string; since: string }> {
  const before = (await selma.get(`${ours}/shows?status=live&search=${encodeURIComponent(title)}`)).body
    .items[0]
  const products = await stockUp(selma, ours)
  for (const id of before ? [before.id as string] : []) {
    const { status, body } = await selma.post(`${ours}/shows/${id}/broadcast`, { takeOver: true })
    if (status === 200) return { id, since: body.onAir.since }
  }
  const id = await schedule(selma, ours, title, new Date(Date.now() + 60_000), ['plate', 'bear', 'bowl'])
  await bodyOrThrow(
    selma.patch(`${ours}/shows/${id}/products`, { products: products.map((product) => ({ product })) }),
  )
  const { onAir } = await bodyOrThrow(selma.post(`${ours}/shows/${id}/broadcast`, {}))
  return { id, since: onAir.since }
}

/**
 * The show's products, which are created if they are missing. There is enough stock for the auctions. @returns their
 * ids
 */
async function stockUp(selma: ApiClient, ours: string): Promise<string[]> {
  const products: string[] = []
  for (const lot of lots) {
    const found = await bySku(selma, ours, lot.sku)
    if (!found) products.push(await make(selma, ours, lot))
    else {
      products.push(found.id)
      if (found.quantity < 25)
        await bodyOrThrow(
          selma.post(`${ours}/products/${found.id}/movements`, { quantity: 30, reason: 'received' }),
        )
    }
  }
  for (const sku of alsoSold) {
    const found = await bySku(selma, ours, sku)
    if (found) products.push(found.id)
  }
  return products
}

async function make(selma: ApiClient, ours: string, lot: (typeof lots)[number]): Promise<string> {
  const more = { quantity: 40, weightGrams: 450, category: 'Home', sale: 'auction' }
  const { id } = await bodyOrThrow(selma.post(`${ours}/products`, { ...lot, ...more }))
  for (const view of [0, 1]) {
    const photo = await drawProductPhoto(lot.title, view)
    await bodyOrThrow(selma.post(`${ours}/products/${id}/photos`, photo, { 'content-type': 'image/jpeg' }))
  }
  return id
}

async function bySku(selma: ApiClient, ours: string, sku: string) {
  const { items } = await bodyOrThrow(selma.get(`${ours}/products?search=${sku}`))
  return (items as { id: string; quantity: number }[])[0]
}

async function announce(
  by: ApiClient,
  account: string,
  named: string,
  days: number,
  things: string[],
  category?: string,
) {
  const { items } = await bodyOrThrow(
    by.get(`${account}/shows?status=upcoming&search=${encodeURIComponent(named)}`),
  )
  if (items.length > 0) return
  const evening = new Date(Date.now() + days * 86_400_000)
  evening.setUTCHours(18, 30)
  await schedule(by, account, named, evening, things, category)
}

async function schedule(
  by: ApiClient,
  account: string,
  named: string,
  at: Date,
  things: string[],
  category = 'Home',
) {
  const zone = 'Europe/Paris'
  const startsAt = at.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T')
  const made = await bodyOrThrow(by.post(`${account}/shows`, { title: named, startsAt, zone, category }))
  const id = made.items[0].id as string
  await bodyOrThrow(
    by.post(`${account}/shows/${id}/cover`, await drawCoverPhoto(things), { 'content-type': 'image/jpeg' }),
  )
  return id
}
