import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { share } from '../../src/ground/money.ts'
import { freshDatabase, openWorld, secret } from '../world.ts'
import { type Nodes, openNodes } from './auction-nodes.ts'
import { openStall, runAuction, type Stall, type Try } from './auction-play.ts'
import { auctionsOf, judge, unfinished } from './auction-referee.ts'
import { type Buyer, crowd } from './crowd.ts'
import { races } from './race.ts'

/*
 * Many auctions at a time, twenty who bid in each on either of two nodes, and nodes that are killed meanwhile: every
 * outcome is what the rules make of the bids that the database took, and is paid for once.
 */
const [stallCount, bidders] = [25, 20]
/** In each stall, one after the other: 1,000 auctions when something is to be proved, else a twentieth. */
const rounds = races <= 10 ? 2 : Math.round(races * 0.4)
const auctionCount = stallCount * rounds

let folder: string
let database: string
let db: pg.Pool
let nodes: Nodes
let buyers: Buyer[]
let stalls: Stall[]
beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-auctions-'))
  const shared = { DATABASE_URL: database, DATA_DIR: folder }
  const world = await openWorld(shared)
  const people = await crowd(world, bidders + 5)
  await world.stop()
  db = new pg.Pool({ connectionString: database, max: 4 })
  // Two whose cards are declined once they are charged.
  await db.query(
    `update payment_methods set ref = 'sandbox_declined' where account_id in ('acc_crowd1', 'acc_crowd2')`,
  )
  nodes = await openNodes({ ...shared, SECRET: secret, MEDIA_PORT: '0', PUBLIC_URL: 'http://localhost' })
  buyers = people.slice(0, bidders)
  const sellers = people.slice(bidders)
  stalls = await Promise.all(
    Array.from({ length: stallCount }, (_, nth) => openStall(nodes, sellers[nth % 5] as Buyer, nth)),
  )
})
afterAll(async () => {
  await nodes.stop()
  await db.end()
  rmSync(folder, { recursive: true, force: true })
})

/** One node is lost now and then, or both. */
async function loseNodes(playing: () => boolean) {
  for (const which of endlessly([[0], [1], [0, 1]])) {
    await pause(4_000 + Math.random() * 4_000)
    if (!playing()) return
    await nodes.lose(which)
  }
}
function* endlessly<T>(of: T[]) {
  for (;;) yield* of
}

async function over(auction: string) {
  for (;;) {
    const { rows } = await db.query(
      `select state, (extract(epoch from ends_at - clock_timestamp()) * 1000)::int as rest from auctions where id = $1`,
      [auction],
    )
    if (rows[0].state !== 'running') return
    await pause(Math.max(500, rows[0].rest))
  }
}

async function playAll(tries: Try[]) {
  await Promise.all(
    stalls.map(async (stall, nth) => {
      // One after the other, so that their last seconds do not all fall together.
      await pause(nth * 250)
      for (let round = 0; round < rounds; round++) {
        const id = await runAuction(nodes, stall, buyers, tries)
        await over(id)
      }
    }),
  )
}

test(
  `${auctionCount} auctions end as the rules say, and are paid for once, whatever becomes of the nodes`,
  async () => {
    const tries: Try[] = []
    let playing = true
    const losing = loseNodes(() => playing)
    await playAll(tries)
    playing = false
    await losing
    // A payment that a lost node had begun is settled within two minutes by the others.
    await expect.poll(() => unfinished(db), { timeout: 150_000, interval: 500 }).toBe(0)

    const auctions = await auctionsOf(db)
    expect(auctions).toHaveLength(auctionCount)
    const byAuction = Map.groupBy(tries, ({ auction }) => auction)
    const slowest = Math.max(...tries.map(({ sent, heard }) => heard - sent))
    const wrong: string[] = []
    for (const auction of auctions)
      wrong.push(...(await judge(db, auction, byAuction.get(auction.id) ?? [], nodes.outages, slowest)))
    expect(wrong).toEqual([])
    expect(nodes.outages.failures).toEqual([])
    await stockAddsUp()
    await booksAddUp()
    await tell(tries, auctions)
  },
  180_000 + rounds * 60_000,
)

async function stockAddsUp() {
  const { rows } = await db.query(`
    select p.id, stock, (select sum(quantity)::int from stock_movements m where m.product_id = p.id) as moved,
      1000 - (select count(*)::int from order_items i join orders o on o.id = i.order_id
        where i.product_id = p.id and o.status <> 'failed') as rest
    from products p`)
  expect(rows).toHaveLength(stallCount)
  expect(rows.filter(({ stock, moved, rest }) => stock !== moved || stock !== rest)).toEqual([])
}

async function booksAddUp() {
  const { rows: paid } = await db.query<{ items: number; total: number }>(
    `select items_total::int as items, total::int from orders where status <> 'failed'`,
  )
  const { rows: books } = await db.query<{ book: string; held: number }>(`
    select book, sum(amount)::int as held from (
      select to_book as book, amount from transfers union all select from_book, -amount from transfers) postings
    group by book`)
  const held = Object.fromEntries(books.map(({ book, held }) => [book, held]))
  const sum = (of: number[]) => of.reduce((total, each) => total + each, 0)
  const [total, fees] = [sum(paid.map(({ total }) => total)), sum(paid.map(({ items }) => share(items, 8)))]
  expect(held).toEqual({ processor: -total, platform: fees, pending: total - fees })
}

/** The premise, that everything was tried; and the figures. */
async function tell(tries: Try[], auctions: Awaited<ReturnType<typeof auctionsOf>>) {
  const count = (code: string) => tries.filter(({ body }) => body?.code === code).length
  const taken = tries.filter(({ status }) => status === 201).length
  const lost = tries.filter(({ status }) => status === undefined).length
  const waits = tries.map(({ sent, heard }) => heard - sent).sort((one, other) => one - other)
  const extended = auctions.filter((one) => one.ends_at > one.started_at + one.seconds * 1000).length
  const unsold = auctions.filter(({ state }) => state === 'unsold').length
  for (const some of [taken, extended, unsold, count('bid_too_low'), count('auction_over')])
    expect(some).toBeGreaterThan(0)
  expect(nodes.outages.kills).toBeGreaterThan(0)
  const after = auctions.map((one) => one.concluded_at - one.ends_at).sort((one, other) => one - other)
  console.log(
    `${auctions.length} auctions, ${extended} of them extended, ${unsold} unsold; ${tries.length} bids sent: ` +
      `${taken} taken, ${count('bid_too_low')} too low, ${count('auction_over')} too late, ${count('unavailable')} asked too ` +
      `much, ${lost} lost with ${nodes.outages.kills} kills; answered after ${waits[waits.length >> 1]} ms; concluded after ${after[Math.floor(after.length / 2)]} ms, at most ${after.at(-1)} ms.`,
  )
}
