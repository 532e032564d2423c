import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addCardAndAddress, sandboxCards } from '../../cast/cards-and-addresses.ts'
import { type AudienceMember, signUpAudienceMember, startCastShow } from '../../cast/cast-shows.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { watchLive } from '../../test/support/watch-live.ts'
import { serviceTransaction } from '../platform/database/database.ts'
import type { RunningServer } from '../server/start.ts'
import { Auction } from './auction.ts'

let world: RunningServer
let stage: SignedInCast
let ines: AudienceMember
let karim: AudienceMember
let show: string
let product: string
let path: string

beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  ines = await signUpAudienceMember(world.app, 'ines')
  karim = await signUpAudienceMember(world.app, 'karim', sandboxCards.declinedLater)
  ;({ show, product, path } = await startCastShow(stage))
})
afterAll(() => world.stop())

const start = async (more: object = {}) => {
  const begun = await stage.as.selma.post(`${path}/auctions`, { product, seconds: 30, ...more })
  expect(begun).toMatchObject({ status: 201, body: { status: 'running', price: null } })
  return begun.body.id as string
}
const bid = ({ client, path }: AudienceMember, auction: string, amount: number, more: object = {}) =>
  client.post(`${path}/bids`, { show, auction, amount, ...more })
const read = async (auction: string) =>
  (await ines.client.get(`/shows/${show}/auctions`)).body.items.find(
    ({ id }: { id: string }) => id === auction,
  )
/** Moves the auction's end into the past, and waits until a node has closed it. */
const itEnds = async (auction: string) => {
  await serviceTransaction(world.database, async (tx) => {
    await tx.execute(sql`alter table auctions disable trigger keep_auction`)
    await tx.execute(sql`update auctions set ends_at = clock_timestamp() where id = ${auction}`)
    await tx.execute(sql`alter table auctions enable trigger keep_auction`)
  })
  await vi.waitFor(async () => expect((await read(auction)).status).not.toBe('running'), 8000)
  return read(auction)
}
const stockOf = async (id: string) => (await stage.as.selma.get(`${stage.ours}/products/${id}`)).body.quantity

describe('an auction of a plate', () => {
  test('takes the plate from stock when Selma starts it, and only one can run at a time', async () => {
    const before = await stockOf(product)
    const auction = await start()
    expect(await stockOf(product)).toBe(before - 1)
    expect(await stage.as.selma.post(`${path}/auctions`, { product })).toMatchObject({
      status: 409,
      body: { code: 'auction_running' },
    })
    expect(await stage.as.selma.post(`${path}/end`)).toMatchObject({
      status: 409,
      body: { code: 'auction_running' },
    })
    expect(await itEnds(auction)).toMatchObject({ status: 'unsold', leader: null })
    expect(await stockOf(product)).toBe(before)
  })

  test('is won by the highest maximum bid; the winner is charged, and the order goes into the show’s shipment', async () => {
    const auction = await start()
    expect(await bid(ines, auction, 900)).toMatchObject({
      status: 409,
      body: { code: 'bid_too_low', minimum: 1000 },
    })
    expect(await bid(ines, auction, 1000, { max: 2500 })).toMatchObject({
      status: 201,
      body: { leading: true, price: 1000, minimum: 1100 },
    })
    expect(await bid(karim, auction, 1500)).toMatchObject({
      status: 201,
      body: { leading: false, price: 1600 },
    })
    expect(await bid(karim, auction, 1700, { max: 2500 })).toMatchObject({
      body: { leading: false, price: 2500 },
    })
    expect(await read(auction)).toMatchObject({ price: 2500, leaderName: 'Inès Roy', bids: 3 })
    expect(await itEnds(auction)).toMatchObject({ status: 'sold', price: 2500 })

    const [purchase] = (await ines.client.get(`${ines.path}/purchases`)).body.items
    expect(purchase).toMatchObject({ items: [{ title: 'Signed plate', price: 2500, quantity: 1 }] })
    await vi.waitFor(async () =>
      expect((await ines.client.get(`${ines.path}/purchases/${purchase.id}`)).body.status).toBe(
        'pending_fulfillment',
      ),
    )
    expect((await stage.as.theo.get(`${path}/shipments`)).body.items).toMatchObject([
      { buyerName: 'Inès Roy', orders: [{ id: purchase.id, items: [{ title: 'Signed plate' }] }] },
    ])
    expect((await stage.as.selma.get(`${path}/auctions`)).body.items[0]).toMatchObject({
      order: purchase.id,
      payment: 'paid',
    })
  })

  test('sends a viewer who is not signed in the fields that everybody may see, and no other', async () => {
    const visitor = watchLive(world, `show=${show}`)
    await expect.poll(() => visitor.heard[0]).toEqual({ type: 'hello' })
    const before = await stockOf(product)
    const auction = await start()
    await bid(karim, auction, 1000)
    await itEnds(auction)
    const pushed = () => visitor.heard.filter((event) => event.auction?.id === auction)
    await expect.poll(() => pushed().at(-1)?.auction?.status).toBe('sold')
    expect(pushed().length).toBeGreaterThan(2)
    for (const { type, ...message } of pushed()) {
      expect(type).toBe('auction')
      expect(Object.keys(message)).toEqual(['auction'])
      expect(Object.keys(message.auction ?? {}).sort()).toEqual(Object.keys(Auction.shape).sort())
    }
    visitor.close()
    // Karim's charge is declined, so that the plate is in stock again for the next test.
    await vi.waitFor(async () => expect(await stockOf(product)).toBe(before))
  })

  test('tells the host if the winner’s card is declined, and can be run again', async () => {
    const before = await stockOf(product)
    const auction = await start()
    expect((await bid(karim, auction, 1000)).status).toBe(201)
    await itEnds(auction)
    await vi.waitFor(async () =>
      expect((await stage.as.selma.get(`${path}/auctions`)).body.items[0]).toMatchObject({
        id: auction,
        payment: 'failed',
      }),
    )
    expect(await stockOf(product)).toBe(before)
    await itEnds(await start())
  })
})

describe('a bid', () => {
  let auction: string
  beforeAll(async () => {
    auction = await start({ seconds: 600 })
    await bid(ines, auction, 1000, { max: 5000 })
  })
  afterAll(() => itEnds(auction))

  test.each([
    ['below the step', { amount: 1050 }, 'bid_too_low'],
    ['of a negative amount', { amount: -5 }, 'invalid'],
    ['as text', { amount: '2000' }, 'invalid'],
    ['of half a cent', { amount: 2000.5 }, 'invalid'],
    ['in the future', { amount: 2000, at: '2099-01-01T00:00:00Z' }, 'invalid'],
    ['in another currency', { amount: 2000, currency: 'GBP' }, 'wrong_currency'],
    ['with a maximum below itself', { amount: 2000, max: 1500 }, 'invalid'],
    ['of more than there is', { amount: 1e12 }, 'invalid'],
    ['on nothing', { amount: 2000, auction: 'auc_none' }, 'not_found'],
    ['in no show', { amount: 2000, show: 'sho_none' }, 'not_found'],
  ])('%s is refused and changes nothing', async (_, more, code) => {
    const before = await read(auction)
    const answer = await karim.client.post(`${karim.path}/bids`, { show, auction, ...more })
    expect(answer.body.code).toBe(code)
    expect({ ...(await read(auction)), now: 0 }).toEqual({ ...before, now: 0 })
  })

  test('by the leader raises their own maximum, by at least a step, and nobody else sees it', async () => {
    expect(await bid(ines, auction, 1100, { max: 5100 })).toMatchObject({ body: { code: 'bid_too_low' } })
    expect(await bid(ines, auction, 1100, { max: 6000 })).toMatchObject({
      status: 201,
      body: { leading: true, price: 1000, max: 6000 },
    })
    expect(await read(auction)).toMatchObject({ price: 1000, bids: 1 })
    expect((await ines.client.get(`${ines.path}/bids?show=${show}`)).body.items[0]).toMatchObject({
      auction,
      max: 6000,
      leading: true,
    })
  })

  test('needs a card and an address', async () => {
    const { as, fox } = stage
    const answer = await as.rita.post(`${fox}/bids`, { show, auction, amount: 2000 })
    expect(answer).toMatchObject({ status: 409, body: { code: 'no_address' } })
  })

  test('by the selling account itself is refused', async () => {
    const { as, ours } = stage
    expect(await as.olga.post(`${ours}/bids`, { show, auction, amount: 2000 })).toMatchObject({
      status: 409,
      body: { code: 'own_show' },
    })
  })

  test('never reveals the buyer’s maximum to the seller', async () => {
    const seen = JSON.stringify((await stage.as.olga.get(`${path}/auctions`)).body)
    expect(seen).not.toContain('6000')
  })
})

describe('the last seconds', () => {
  test('start again when a bid is placed in them', async () => {
    const auction = await start({ seconds: 10, counterSeconds: 60 })
    const { endsAt } = await read(auction)
    const { body } = await bid(ines, auction, 1000)
    expect(Date.parse(body.endsAt) - Date.parse(endsAt)).toBeGreaterThan(45_000)
    await itEnds(auction)
  })

  test('do not start again in sudden death, and a bid after the end is refused', async () => {
    const auction = await start({ seconds: 10, counterSeconds: 60, suddenDeath: true })
    const { endsAt } = await read(auction)
    expect((await bid(ines, auction, 1000)).body.endsAt).toBe(endsAt)
    await vi.waitFor(async () => expect((await read(auction)).status).toBe('sold'), 14_000)
    expect(await bid(karim, auction, 5000)).toMatchObject({ status: 409, body: { code: 'auction_over' } })
  }, 20_000)
})

describe('the team of Maison Ours', () => {
  test.each(['selma', 'bruno', 'edda'] as const)(
    '%s cannot bid in its shows for any account, and the attempt is recorded',
    async (name) => {
      const { as, own } = stage
      const mine = `/accounts/${own[name]}`
      await addCardAndAddress(as[name], mine)
      const auction = await start()
      expect(await as[name].post(`${mine}/bids`, { show, auction, amount: 1000 })).toMatchObject({
        status: 403,
        body: { code: 'conflict_of_interest' },
      })
      expect((await as[name].get(`${mine}/activity`)).body.items[0]).toMatchObject({
        act: 'spending.conflict_refused',
        allowed: false,
      })
      await itEnds(auction)
    },
  )
})
