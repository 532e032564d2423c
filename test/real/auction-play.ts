import { setTimeout as pause } from 'node:timers/promises'
import { busy, type Heard, type Nodes } from './auction-nodes.ts'
import type { Buyer } from './crowd.ts'

/** A bid as it was sent, and what was heard of it; nothing, if its node was lost. */
export type Try = {
  auction: string
  buyer: string
  amount: number
  max: number
  sent: number
  heard: number
  status: number | undefined
  /** A result or a refusal. */
  body: Heard['body']
}
export type Stall = { seller: Buyer; show: string; product: string }

const below = (limit: number) => Math.floor(Math.random() * limit)
const one = <T>(of: readonly T[]): T => of[below(of.length)] as T

/** Asks until somebody answers. */
async function surely(nodes: Nodes, { client }: Buyer, path: string, body?: unknown) {
  for (;;) {
    const answer = await nodes.ask(client.cookie, body === undefined ? 'GET' : 'POST', path, body)
    if (answer && answer.status !== busy) return answer
  }
}

/** A show on the air, with many of one product in it. */
export async function openStall(nodes: Nodes, seller: Buyer, nth: number): Promise<Stall> {
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

/** Below, at and above where the steps change, so that bids go over them. */
const startingBids = [100, 900, 2_800, 4_900, 9_800, 29_500, 99_000, 198_000]

/** Begins an auction, whatever becomes of the nodes: once. */
async function begin(nodes: Nodes, { seller, show, product }: Stall) {
  const path = `${seller.path}/shows/${show}`
  const terms = {
    product,
    startingBid: one(startingBids),
    seconds: 10,
    counterSeconds: below(4),
    suddenDeath: below(4) === 0,
  }
  for (;;) {
    // Where nodes were away for long, the show was stopped: nothing was heard of its host.
    await surely(nodes, seller, `${path}/broadcast`, { takeOver: true })
    const begun = await surely(nodes, seller, `${path}/auctions`, terms)
    if (begun.status === 201) return begun.body
    // It had begun, and whoever said so was lost.
    if (begun.body.code === 'auction_running')
      return (await surely(nodes, seller, `/shows/${show}/auctions`)).body.items[0]
    if (begun.body.code !== 'not_live') throw new Error(JSON.stringify(begun.body))
  }
}

/** What one sees on their screen: others' bids, too. */
type Screen = { minimum: number }

/** One auction, and twenty who bid as they like: too little, just enough, too late, with a limit of their own. */
export async function runAuction(nodes: Nodes, stall: Stall, buyers: Buyer[], tries: Try[]): Promise<string> {
  const { id, startingBid, startedAt, now } = await begin(nodes, stall)
  const started = Date.now() - (now - Date.parse(startedAt))
  const screen = { minimum: startingBid }
  const taking = below(12) === 0 ? [] : below(12) === 0 ? [one(buyers)] : buyers
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

/** When somebody bids: at any time, but rather in the last seconds, or just after them. */
const moments = () =>
  Array.from({ length: 1 + below(2) }, () => (below(5) < 2 ? below(10_000) : 8_000 + below(4_000))).sort(
    (one, other) => one - other,
  )

async function bid(
  nodes: Nodes,
  { auction, show }: { auction: string; show: string },
  { client, path, account }: Buyer,
  screen: Screen,
): Promise<Try> {
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
