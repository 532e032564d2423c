import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { cancellationRequestOf } from './cancellation/cancellation-requests.ts'
import { CancellationRequest, findCancellationRequest } from './cancellation/list-requests.ts'
import { Refund, toRefundView } from './cancellation/refund-view.ts'
import { listRefundsOf, refundableAmount } from './cancellation/refunds.ts'
import { orderCode } from './sale/order-code.ts'
import { OrderStep, orderHistory } from './sale/order-history.ts'
import { OrderItem, orderItemsOf } from './sale/order-items.ts'
import { orders } from './sale/tables.ts'
import { Shipment, ShippingAddress, findShipment as shipment } from './shipping/shipment.ts'
import { orderStatuses } from './vocabulary.ts'

/** An order as the seller's side sees it. Amounts are in minor units of the order's currency. */
export const Order = z
  .object({
    id: z.string(),
    code: z.string().describe('The short name by which people call the order.'),
    status: z.enum(orderStatuses),
    buyerName: z
      .string()
      .nullable()
      .describe("The name of the buyer's account; null once that account is deleted."),
    address: ShippingAddress.nullable().describe(
      'Null once the address is deleted with the buyer’s account.',
    ),
    currency: z.string().describe('The ISO 4217 code for all amounts, which are in minor units.'),
    itemsTotal: z.int().describe('The price of all items.'),
    shipping: z.int().describe('What the buyer pays for shipping.'),
    total: z.int().describe('`itemsTotal` and `shipping` together.'),
    refundable: z.int().describe('The part of the payment that can still be refunded.'),
    createdAt: z.date(),
    paidAt: z.date().nullable().describe('When the payment succeeded; null until then.'),
    closedAt: z
      .date()
      .nullable()
      .describe('When the order was completed, cancelled or failed; null while it is open.'),
    items: z.array(OrderItem),
    shipment: Shipment.nullable().describe('Null until the order is paid, and after it was cancelled.'),
    cancellation: CancellationRequest.nullable().describe(
      "The buyer's request to cancel; null if there is none.",
    ),
    refunds: z.array(Refund),
    history: z.array(OrderStep),
  })
  .meta({ id: 'Order' })

/** @throws Refusal not_found */
export async function findOrder(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Order>> {
  const [order] = await db
    .select()
    .from(orders)
    .where(byKey(orders, actor.account, id))
  if (!order) throw new Refusal('not_found')
  const request = await cancellationRequestOf(db, order)
  const refunds = await listRefundsOf(db, order)
  return {
    id,
    code: orderCode(id),
    status: order.status,
    buyerName: order.buyerName,
    address: order.address,
    currency: order.currency,
    itemsTotal: order.itemsTotal,
    shipping: order.shipping,
    total: order.total,
    refundable: order.paidAt ? await refundableAmount(db, order) : 0,
    createdAt: order.createdAt,
    paidAt: order.paidAt,
    closedAt: order.closedAt,
    items: (await orderItemsOf(db, actor.account, [id]))(id),
    shipment: order.shipmentId ? await shipment(db, actor, order.shipmentId) : null,
    cancellation: request ? await findCancellationRequest(db, actor, request.id) : null,
    refunds: refunds.map(toRefundView),
    // Why the buyer's bank declined a payment is not shown to the seller.
    history: (await orderHistory(db, order, 'seller')).map((step) =>
      step.what === 'payment_failed' ? { ...step, details: {} } : step,
    ),
  }
}
