import type { Actor } from '../access/gate.ts'
import { moneyRoute, route } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import {
  decideRefund,
  NewRefund,
  type PendingRefund,
  refundOrder,
  suggestRefund,
} from './cancellation/refunds.ts'
import { findOrder, Order } from './order.ts'
import { listOrders, OrderQuery, OrderRow } from './sale/list-orders.ts'
import { type PaymentService, retryLater, settleRefund } from './settlement.ts'
import { printRoutes } from './shipping/printing/routes.ts'
import { shipmentRoutes } from './shipping/routes.ts'

const orderPath = '/accounts/:account/orders/:order'

/** The routes for orders and shipments, on the seller's side. */
export const orderRoutes = (paymentService: PaymentService) => {
  const settleAndFind = async (owed: PendingRefund, order: string, actor: Actor) => {
    await retryLater(settleRefund(paymentService, owed))
    const scope = scopeOf(actor)
    return inScope(paymentService.database, scope, (db) => findOrder(db, actor, order))
  }
  return [
    route({
      method: 'GET',
      path: '/accounts/:account/orders',
      permission: 'orders.fulfill',
      summary: 'The orders, the latest first',
      input: OrderQuery,
      output: PageOf(OrderRow),
      handle: ({ db, actor, input }) => listOrders(db, actor, input),
    }),
    route({
      method: 'GET',
      path: orderPath,
      permission: 'orders.fulfill',
      summary: 'An order with its shipment, its refunds, its cancellation request and its history',
      output: Order,
      handle: ({ db, actor, params }) => findOrder(db, actor, params.order),
    }),
    moneyRoute({
      path: `${orderPath}/refunds`,
      permission: 'cancellations.resolve',
      status: 201,
      summary: 'Refund a part of an order, or all of it',
      input: NewRefund,
      output: Order,
      reserve: async ({ db, actor, input, params }) => {
        const order = params.order
        return { order, owed: await refundOrder(db, actor, order, input) }
      },
      settle: ({ order, owed }, { actor }) => settleAndFind(owed, order, actor),
    }),
    route({
      method: 'POST',
      path: `${orderPath}/refund-suggestions`,
      permission: 'orders.fulfill',
      status: 201,
      summary: 'Suggest a refund to the members who can make one',
      input: NewRefund,
      output: Order,
      handle: async ({ db, actor, input, params }) => {
        await suggestRefund(db, actor, params.order, input)
        return findOrder(db, actor, params.order)
      },
    }),
    moneyRoute({
      path: `${orderPath}/refunds/:refund/accept`,
      permission: 'cancellations.resolve',
      summary: 'Make a suggested refund',
      output: Order,
      reserve: async ({ db, actor, params }) => {
        const order = params.order
        const owed = await decideRefund(db, actor, order, params.refund, true)
        return { order, owed: owed as PendingRefund }
      },
      settle: ({ order, owed }, { actor }) => settleAndFind(owed, order, actor),
    }),
    route({
      method: 'POST',
      path: `${orderPath}/refunds/:refund/dismiss`,
      permission: 'cancellations.resolve',
      summary: 'Dismiss a suggested refund',
      output: Order,
      handle: async ({ db, actor, params }) => {
        await decideRefund(db, actor, params.order, params.refund, false)
        return findOrder(db, actor, params.order)
      },
    }),
    ...shipmentRoutes(paymentService.database),
    ...printRoutes(),
  ]
}
