import type pg from 'pg'
import { AuctionModel, type ModelBid } from './auction-model.ts'
import { busyStatus, type NodeOutages } from './killable-nodes.ts'
import type { BidAttempt } from './random-bidding.ts'

type Bid = { id: string; buyer: string; amount: number; max: number; price: number; led: boolean; at: number }
type Auction = {
  id: string
  starting_bid: number
  started_at: number
  ends_at: number
  seconds: number
  counter_seconds: number
  sudden_death: boolean
  status: 'running' | 'sold' | 'unsold'
  price: number | null
  leader_id: string | null
  bids: number
  order_id: string | null
  /** When it was closed, and how often. */
  concluded_at: number
  conclusions: number
}
type Order = {
  buyer: string
  status: string
  items: number
  shipping: number
  total: number
  charged: number
  charges: number
}

/** Milliseconds after its end within which an auction must be closed while a node is running. */
export const maxClosingDelayMs = 5_000
/** The price of shipping 300 g, as the platform is configured. */
const shipping = 590

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`

export async function readAuctions(db: pg.Pool): Promise<Auction[]> {
  const { rows } = await db.query(`
    select a.id, starting_bid::int, ${ms('started_at')} as started_at, ${ms('ends_at')} as ends_at, seconds,
      counter_seconds, sudden_death, status, price::int, leader_id, bids, order_id,
      (select ${ms('min(at)')} from activity c where c.subject_id = a.id and act like 'shows.auction_%sold') as concluded_at,
      (select count(*)::int from activity c where c.subject_id = a.id and act like 'shows.auction_%sold') as conclusions
    from auctions a order by a.id`)
  return rows
}

/**
 * Compares an auction with what follows from the rules and the bids in the database.
 * @param slowest the longest time that anybody waited for an answer: a busy machine is also late in closing auctions
 * @returns the differences
 */
export async function findAuctionErrors(
  db: pg.Pool,
  auction: Auction,
  tries: BidAttempt[],
  { dark }: NodeOutages,
  slowest: number,
): Promise<string[]> {
  const bids = await bidsOf(db, auction.id)
  const model = new AuctionModel({
    startingBid: auction.starting_bid,
    startedAt: auction.started_at,
    seconds: auction.seconds,
    counterSeconds: auction.counter_seconds,
    suddenDeath: auction.sudden_death,
  })
  const wrong: string[] = []
  const must = (holds: boolean, what: string) => void (holds || wrong.push(`${auction.id}: ${what}`))

  const told = whoWasTold(tries, model)
  let last = auction.started_at
  for (const bid of bids) {
    must(bid.at >= last, `${bid.id} is earlier than the one before`)
    told.until(bid.at)
    must(model.objection(bid) === undefined, `${bid.id} was to be refused: ${model.objection(bid)}`)
    const became = model.take(bid)
    must(
      became.price === bid.price && became.led === bid.led,
      `${bid.id} became ${became.price}, ${became.led}`,
    )
    last = bid.at
  }
  told.until(Number.POSITIVE_INFINITY)
  wrong.push(...told.wrongly(), ...unaccounted(bids, tries))

  const winner = model.leader
  must(auction.price === model.price && auction.leader_id === winner, `goes to ${winner} at ${model.price}`)
  must(auction.bids === model.seen, `${model.seen} bids were to be seen, not ${auction.bids}`)
  must(auction.ends_at === model.endsAt, `ends ${auction.ends_at - model.endsAt} ms late`)
  must(auction.status === (winner ? 'sold' : 'unsold'), `is ${auction.status}`)
  must(auction.conclusions === 1, `was concluded ${auction.conclusions} times`)
  must(auction.concluded_at >= auction.ends_at, 'was concluded before its end')
  const nobodyThere = dark.find(
    ({ from, to }) => from <= auction.ends_at + maxClosingDelayMs && auction.ends_at <= to,
  )
  const by = Math.max(auction.ends_at, nobodyThere?.to ?? 0) + maxClosingDelayMs + slowest
  must(auction.concluded_at <= by, `was concluded ${auction.concluded_at - auction.ends_at} ms after its end`)
  must((auction.order_id !== null) === (winner !== null), `has the order ${auction.order_id}`)
  if (winner) wrong.push(...(await judgeOrder(db, auction, winner)))
  return wrong
}

/** The bids in the order in which they were recorded: by the time that was read under the lock, then by insertion. */
async function bidsOf(db: pg.Pool, auction: string): Promise<Bid[]> {
  const { rows } = await db.query(
    `select id, buyer_id as buyer, amount::int, max::int, price::int, led, ${ms('created_at')} as at
     from bids where auction_id = $1 order by xmin::text::bigint`,
    [auction],
  )
  return rows
}

/**
 * Replays the auction, and checks whether each refusal was correct at some moment between its request and its answer.
 */
function whoWasTold(tries: BidAttempt[], model: AuctionModel) {
  const refused = tries.filter(({ status = busyStatus }) => status >= 300 && status !== busyStatus)
  const right = new Set<BidAttempt>()
  let since = 0
  return {
    /** Checks the refusals against the status that held until then. */
    until(at: number) {
      for (const one of refused) {
        if (one.heard < since || one.sent > at) continue
        // At the earliest or the latest moment at which it may have been checked.
        const moments = [Math.max(since, one.sent), Math.min(at, one.heard)]
        if (moments.some((moment) => isRight(model, one, moment))) right.add(one)
      }
      since = at
    },
    wrongly: () =>
      refused
        .filter((one) => !right.has(one))
        .map((one) => `${one.auction}: refused wrongly ${JSON.stringify(one)}`),
  }
}

function isRight(model: AuctionModel, refused: BidAttempt, at: number): boolean {
  const { code, minimum } = refused.body
  const placed: ModelBid = { ...refused, at }
  return (
    model.objection(placed) === code && (code === 'auction_over' || minimum === model.least(refused.buyer))
  )
}

/**
 * Each bid in the database was sent, once. Each acknowledged bid is there; one whose answer was lost may be; no other
 * is.
 */
function unaccounted(bids: Bid[], tries: BidAttempt[]): string[] {
  const standing = new Map(bids.map((bid) => [bid.id, bid]))
  const wrong: string[] = []
  for (const one of tries.filter(({ status }) => status === 201)) {
    const bid = standing.get(one.body.id)
    standing.delete(one.body.id)
    const same =
      bid?.buyer === one.buyer &&
      bid.price === one.body.price &&
      bid.led === one.body.leading &&
      bid.max === one.max
    if (!same)
      wrong.push(`${one.auction}: acknowledged as ${JSON.stringify(one)}, stands as ${JSON.stringify(bid)}`)
  }
  const lost = tries.filter(({ status }) => status === undefined)
  for (const bid of standing.values()) {
    const sent = lost.findIndex(
      ({ buyer, amount, max }) => buyer === bid.buyer && amount === bid.amount && max === bid.max,
    )
    if (sent < 0) wrong.push(`nobody sent ${JSON.stringify(bid)}`)
    else lost.splice(sent, 1)
  }
  return wrong
}

/** The winner is charged once, for the price and the shipping. A winner whose card is declined has bought nothing. */
async function judgeOrder(db: pg.Pool, { id, price, order_id }: Auction, winner: string): Promise<string[]> {
  const { rows } = await db.query<Order>(
    `select buyer_id as buyer, status, items_total::int as items, shipping::int, total::int,
       (select coalesce(sum(amount), 0)::int from sandbox_bank b where b.key = o.id) as charged,
       (select count(*)::int from sandbox_bank b where b.key = o.id and b.kind = 'charge'
         and b.status = case o.status when 'failed' then 'declined' else 'succeeded' end) as charges
     from orders o where id = $1`,
    [order_id],
  )
  const total = (price as number) + shipping
  const right =
    rows.length === 1 &&
    rows.every(
      (order) =>
        order.buyer === winner &&
        order.items === price &&
        order.shipping === shipping &&
        order.total === total &&
        order.charged === total &&
        order.charges === 1 &&
        ['pending_fulfillment', 'failed'].includes(order.status),
    )
  return right ? [] : [`${id}: ${winner} was to pay ${total} once: ${JSON.stringify(rows)}`]
}

/** The number of running auctions, and of won ones whose payment is not settled. */
export async function countUnfinishedAuctions(db: pg.Pool): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`
    select (select count(*) from auctions where status = 'running')::int +
      (select count(*) from charges where settled_at is null)::int as count`)
  return rows[0]?.count ?? 0
}
