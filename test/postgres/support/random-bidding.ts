import { setTimeout as pause } from 'node:timers/promises'
import type { SeededBuyer } from '../../support/seed-buyers.ts'
import { busyStatus, type KillableNodes, type NodeAnswer } from './killable-nodes.ts'

/** A bid as it was sent, and its answer; without one if its node was killed. */
export type BidAttempt = {
  auction: string
  buyer: string
  amount: number
  max: number
  sent: number
  heard: number
  status: number | undefined
  /** The result or the refusal. */
  body: NodeAnswer['body']
}
export type AuctionShow = { seller: SeededBuyer; show: string; product: string }

const below = (limit: number) => Math.floor(Math.random() * limit)
const one = <T>(of: readonly T[]): T => of[below(of.length)] as T

/** Repeats a request until it is answered. */
async function surely(nodes: KillableNodes, { client }: SeededBuyer, path: string, body?: unknown) {
  for (;;) {
    const answer = await nodes.ask(client.cookie, body === undefined ? 'GET' : 'POST', path, body)
    if (answer && answer.status !== busyStatus) return answer
  }
}

/** A live show with many pieces of one product. */
export async function openAuctionShow(
  nodes: KillableNodes,
  seller: SeededBuyer,
  nth: number,
): Promise<AuctionShow> {
  const done = async (path: string, body: unknown) => {
    const { status, body: made } = await surely(nodes, seller, path, body)
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(made)}`)
    return made
  }
  const product = { title: `Lot ${nth}`, price: 1000, quantity: 1000, weightGrams: 300, sale: 'auction' }
  const { id } = await done(`${seller.path}/products`, product)
  const startsAt = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T19:30`
  const { items } = await done(`${seller.path}/shows`, {
    title: `Show ${nth}`,
    startsAt,
    zone: 'Europe/Paris',
  })
  const path = `${seller.path}/shows/${items[0].id}`
  await nodes.ask(seller.client.cookie, 'PATCH', `${path}/products`, { products: [{ product: id }] })
  await done(`${path}/broadcast`, {})
  return { seller, show: items[0].id, product: id }
}

/** Starting bids below, at and above the prices where the step changes, so that bids cross them. */
const startingBids = [100, 900, 2_800, 4_900, 9_800, 29_500, 99_000, 198_000]

/** Starts an auction, once, even if nodes are killed. */
async function begin(nodes: KillableNodes, { seller, show, product }: AuctionShow) {
  const path = `${seller.path}/shows/${show}`
  const terms = {
    product,
    startingBid: one(startingBids),
    seconds: 10,
    counterSeconds: below(4),
    suddenDeath: below(4) === 0,
  }
  for (;;) {
    // If the nodes were down for long, the show was stopped, since its host sent no heartbeat.
    await surely(nodes, seller, `${path}/broadcast`, { takeOver: true })
    const begun = await surely(nodes, seller, `${path}/auctions`, terms)
    if (begun.status === 201) return begun.body
    // The auction had started, and the node that would have said so was killed.
    if (begun.body.code === 'auction_running')
      return (await surely(nodes, seller, `/shows/${show}/auctions`)).body.items[0]
    if (begun.body.code !== 'not_live') throw new Error(JSON.stringify(begun.body))
  }
}

/** What a bidder sees, including the bids of others. */
type Screen = { minimum: number }

/**
 * One auction, whose bidders bid at random: too little, just enough, too late, or with a maximum. Of twelve auctions
 * (`nth` counts them), one has no bidder and one has a single bidder.
 */
export async function runRandomAuction(
  nodes: KillableNodes,
  stall: AuctionShow,
  nth: number,
  buyers: SeededBuyer[],
  tries: BidAttempt[],
): Promise<string> {
  const { id, startingBid, startedAt, now } = await begin(nodes, stall)
  const started = Date.now() - (now - Date.parse(startedAt))
  const screen = { minimum: startingBid }
  const taking = nth % 12 === 0 ? [] : nth % 12 === 1 ? [one(buyers)] : buyers
  await Promise.all(
    taking.map(async (buyer) => {
      for (const after of moments()) {
        await pause(Math.max(0, started + after - Date.now()))
        tries.push(await bid(nodes, { auction: id, show: stall.show }, buyer, screen))
      }
    }),
  )
  return id
}

/** The times of a person's bids: at any time, but more often in the last seconds or shortly after the end. */
const moments = () =>
  Array.from({ length: 1 + below(2) }, () => (below(5) < 2 ? below(10_000) : 8_000 + below(4_000))).sort(
    (one, other) => one - other,
  )

async function bid(
  nodes: KillableNodes,
  { auction, show }: { auction: string; show: string },
  { client, path, account }: SeededBuyer,
  screen: Screen,
): Promise<BidAttempt> {
  const { minimum } = screen
  const amount = one([minimum, minimum, minimum, minimum + below(minimum), minimum - 1 - below(minimum / 3)])
  const max = amount + one([0, 0, below(minimum), 100 * below(30)])
  const sent = Date.now()
  const offer = { show, auction, amount: Math.max(1, amount), max: Math.max(1, max) }
  const answer = await nodes.ask(client.cookie, 'POST', `${path}/bids`, offer)
  const { status, body } = answer ?? { status: undefined, body: undefined }
  if (body?.minimum !== undefined) screen.minimum = Math.max(screen.minimum, body.minimum)
  const { amount: given, max: limit } = offer
  return { auction, buyer: account, amount: given, max: limit, sent, heard: Date.now(), status, body }
}
