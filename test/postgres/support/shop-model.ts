import type { ApiReply } from '../../../cast/api-client.ts'
import { percentageOf } from '../../../src/platform/format/money.ts'

type Item = { product: string; quantity: number }
type Bought = {
  total: number
  fee: number
  items: Item[]
  refunded: number
  cancelled: boolean
  delivered: boolean
}

/** The platform's fee, as the tests' world is configured. */
const feePercent = 8

/**
 * The status that the shop must have, from acknowledged acts alone: a refused act has changed nothing. All values are
 * sums, so that the order of concurrent acts does not matter.
 */
export class ShopModel {
  readonly stock = new Map<string, number>()
  readonly orders = new Map<string, Bought>()
  private labels = 0
  private paidOut = 0
  /** How often each act succeeded or was refused: a run in which an act never succeeds proves nothing. */
  readonly seen = new Map<string, number>()

  stocked(product: string, quantity: number) {
    this.stock.set(product, quantity)
  }

  bought({ body }: ApiReply, items: Item[]) {
    const fee = percentageOf(body.itemsTotal, feePercent)
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

  /** A cancelled order is refunded completely, and its items are back in stock. */
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

  /** The refunded amount of an order: all of it if it is cancelled. */
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
