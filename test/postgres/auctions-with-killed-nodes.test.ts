import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { percentageOf } from '../../src/platform/format/money.ts'
import { type SeededBuyer, seedBuyers } from '../support/seed-buyers.ts'
import { testSecret } from '../support/test-environment.ts'
import { createTestDatabase, openWorld } from '../support/test-world.ts'
import { countUnfinishedAuctions, findAuctionErrors, readAuctions } from './support/check-auction.ts'
import { type KillableNodes, startKillableNodes } from './support/killable-nodes.ts'
import {
  type AuctionShow,
  type BidAttempt,
  openAuctionShow,
  runRandomAuction,
} from './support/random-bidding.ts'
import { raceCount } from './support/run-races.ts'

/*
 * Many auctions at the same time, with twenty bidders each on either of two nodes, and nodes that are killed. Every
 * result must follow from the rules and the bids in the database, and must be paid for once.
 */
const [stallCount, bidders] = [25, 20]
/** The auctions of each stall, one after the other: 1,000 in all in a long run, else a fortieth of that. */
const rounds = raceCount < 100 ? 1 : Math.round(raceCount * 0.4)
const auctionCount = stallCount * rounds

let folder: string
let database: string
let db: pg.Pool
let nodes: KillableNodes
let buyers: SeededBuyer[]
let stalls: AuctionShow[]
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-auctions-'))
  const shared = { DATABASE_URL: database, DATA_DIR: folder }
  const world = await openWorld(shared)
  const people = await seedBuyers(world, bidders + 5)
  await world.stop()
  db = new pg.Pool({ connectionString: database, max: 4 })
  // Two bidders whose cards are declined when they are charged.
  await db.query(
    `update payment_methods set ref = 'sandbox_declined' where account_id in ('acc_crowd1', 'acc_crowd2')`,
  )
  nodes = await startKillableNodes({
    ...shared,
    SECRET: testSecret,
    MEDIA_PORT: '0',
    PUBLIC_URL: 'http://localhost',
  })
  buyers = people.slice(0, bidders)
  const sellers = people.slice(bidders)
  stalls = await Promise.all(
    Array.from({ length: stallCount }, (_, nth) =>
      openAuctionShow(nodes, sellers[nth % 5] as SeededBuyer, nth),
    ),
  )
})
afterAll(async () => {
  await nodes.stop()
  await db.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Kills one node now and then, or both. */
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
      `select status, (extract(epoch from ends_at - clock_timestamp()) * 1000)::int as rest from auctions where id = $1`,
      [auction],
    )
    if (rows[0].status !== 'running') return
    await pause(Math.max(500, rows[0].rest))
  }
}

async function playAll(tries: BidAttempt[]) {
  await Promise.all(
    stalls.map(async (stall, nth) => {
      // The starts are spread, so that the last seconds of the auctions do not coincide.
      await pause(nth * 250)
      for (let round = 0; round < rounds; round++) {
        const id = await runRandomAuction(nodes, stall, nth * rounds + round, buyers, tries)
        await over(id)
      }
    }),
  )
}

test(
  `${auctionCount} auctions end as the rules say, and are paid for once, whatever becomes of the nodes`,
  async () => {
    const tries: BidAttempt[] = []
    let playing = true
    const losing = loseNodes(() => playing)
    await playAll(tries)
    playing = false
    await losing
    // The other nodes settle a payment that a killed node has begun, within two minutes.
    await expect.poll(() => countUnfinishedAuctions(db), { timeout: 150_000, interval: 500 }).toBe(0)

    const auctions = await readAuctions(db)
    expect(auctions).toHaveLength(auctionCount)
    const byAuction = Map.groupBy(tries, ({ auction }) => auction)
    const slowest = Math.max(...tries.map(({ sent, heard }) => heard - sent))
    const wrong: string[] = []
    for (const auction of auctions)
      wrong.push(
        ...(await findAuctionErrors(db, auction, byAuction.get(auction.id) ?? [], nodes.outages, slowest)),
      )
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
    select p.id, quantity as stock, (select sum(quantity)::int from stock_movements m where m.product_id = p.id) as moved,
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
  const [total, fees] = [
    sum(paid.map(({ total }) => total)),
    sum(paid.map(({ items }) => percentageOf(items, 8))),
  ]
  expect(held).toEqual({ processor: -total, platform: fees, pending: total - fees })
}

/** Checks that every kind of bid was tried, and prints the figures. */
async function tell(tries: BidAttempt[], auctions: Awaited<ReturnType<typeof readAuctions>>) {
  const count = (code: string) => tries.filter(({ body }) => body?.code === code).length
  const taken = tries.filter(({ status }) => status === 201).length
  const lost = tries.filter(({ status }) => status === undefined).length
  const waits = tries.map(({ sent, heard }) => heard - sent).sort((one, other) => one - other)
  const extended = auctions.filter((one) => one.ends_at > one.started_at + one.seconds * 1000).length
  const unsold = auctions.filter(({ status }) => status === 'unsold').length
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
