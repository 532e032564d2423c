import type { Reply } from '../../cast/client.ts'
import { share } from '../../src/ground/money.ts'

type Item = { product: string; quantity: number }
type Bought = {
  total: number
  fee: number
  items: Item[]
  refunded: number
  cancelled: boolean
  delivered: boolean
}

/** The platform's share, as the tests' world is configured. */
const feePercent = 8

/**
 * What the shop must look like, by what it acknowledged and by nothing else: an act that was refused has done
 * nothing. All of it are sums, so that the order in which acts at the same time came through does not matter.
 */
export class ShopModel {
  readonly stock = new Map<string, number>()
  readonly orders = new Map<string, Bought>()
  private labels = 0
  private paidOut = 0
  /** Refusals and successes by what was tried: a run in which something never works proves nothing. */
  readonly seen = new Map<string, number>()

  stocked(product: string, quantity: number) {
    this.stock.set(product, quantity)
  }

  bought({ body }: Reply, items: Item[]) {
    const fee = share(body.itemsTotal, feePercent)
    this.orders.set(body.id, {
      total: body.total,
      fee,
      items,
      refunded: 0,
      cancelled: false,
      delivered: false,
    })
    for (const { product, quantity } of items) this.move(product, -quantity)
  }

  refunded(order: string, amount: number) {
    const bought = this.orders.get(order) as Bought
    bought.refunded += amount
  }

  /** A cancelled order is paid back whole, and its items are on sale again. */
  cancelled(order: string) {
    const bought = this.orders.get(order) as Bought
    bought.cancelled = true
    for (const { product, quantity } of bought.items) this.move(product, quantity)
  }

  labelled(cost: number) {
    this.labels += cost
  }

  delivered(order: string) {
    ;(this.orders.get(order) as Bought).delivered = true
  }

  payout(amount: number) {
    this.paidOut += amount
  }

  note(what: string) {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1)
  }

  /** What went back of an order: all of it, once it is cancelled. */
  refundOf({ cancelled, total, refunded }: Bought) {
    return cancelled ? total : refunded
  }

  balance(): number {
    let sum = -this.labels - this.paidOut
    for (const order of this.orders.values()) {
      const refunded = this.refundOf(order)
      sum += order.total - order.fee - refunded + Math.round((order.fee * refunded) / order.total)
    }
    return sum
  }

  refunds(): Record<string, number> {
    return Object.fromEntries(
      [...this.orders]
        .map(([id, order]) => [id, this.refundOf(order)] as const)
        .filter(([, amount]) => amount > 0),
    )
  }

  private move(product: string, quantity: number) {
    this.stock.set(product, (this.stock.get(product) ?? 0) + quantity)
  }
}
