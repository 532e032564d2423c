import type { Actor } from '../door/gate.ts'
import { moneyRoute, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { within } from '../ground/scope.ts'
import { find, Order } from './order.ts'
import * as orders from './orders.ts'
import { OrderRow } from './orders.ts'
import { printRoutes } from './print-routes.ts'
import * as refunds from './refunds.ts'
import { orLater, settleRefund, type Till } from './settling.ts'
import { shipmentRoutes } from './shipment-routes.ts'

const one = '/accounts/:account/orders/:order'

/** Orders and parcels, on the seller's side. */
export const orderRoutes = (till: Till) => {
  const settled = async (owed: refunds.Owed, order: string, actor: Actor) => {
    await orLater(settleRefund(till, owed))
    const scope = { as: 'account', account: actor.account, person: actor.person } as const
    return within(till.database, scope, (db) => find(db, actor, order))
  }
  return [
    route({
      method: 'GET',
      path: '/accounts/:account/orders',
      permission: 'orders.fulfill',
      summary: 'The orders, the latest first',
      input: orders.OrderQuery,
      output: Page(OrderRow),
      handle: ({ db, actor, input }) => orders.list(db, actor, input),
    }),
    route({
      method: 'GET',
      path: one,
      permission: 'orders.fulfill',
      summary: 'An order with its parcel, its refunds, its cancellation request and its history',
      output: Order,
      handle: ({ db, actor, params }) => find(db, actor, params.order as string),
    }),
    moneyRoute({
      path: `${one}/refunds`,
      permission: 'cancellations.resolve',
      status: 201,
      summary: 'Pay back a part of an order, or all of it',
      input: refunds.NewRefund,
      output: Order,
      reserve: async ({ db, actor, input, params }) => {
        const order = params.order as string
        return { order, owed: await refunds.refund(db, actor, order, input) }
      },
      settle: ({ order, owed }, { actor }) => settled(owed, order, actor),
    }),
    route({
      method: 'POST',
      path: `${one}/refund-suggestions`,
      permission: 'orders.fulfill',
      status: 201,
      summary: 'Suggest a refund to those who may make one',
      input: refunds.NewRefund,
      output: Order,
      handle: async ({ db, actor, input, params }) => {
        await refunds.suggest(db, actor, params.order as string, input)
        return find(db, actor, params.order as string)
      },
    }),
    moneyRoute({
      path: `${one}/refunds/:refund/accept`,
      permission: 'cancellations.resolve',
      summary: 'Make a suggested refund',
      output: Order,
      reserve: async ({ db, actor, params }) => {
        const order = params.order as string
        const owed = await refunds.decide(db, actor, order, params.refund as string, true)
        return { order, owed: owed as refunds.Owed }
      },
      settle: ({ order, owed }, { actor }) => settled(owed, order, actor),
    }),
    route({
      method: 'POST',
      path: `${one}/refunds/:refund/dismiss`,
      permission: 'cancellations.resolve',
      summary: 'Dismiss a suggested refund',
      output: Order,
      handle: async ({ db, actor, params }) => {
        await refunds.decide(db, actor, params.order as string, params.refund as string, false)
        return find(db, actor, params.order as string)
      },
    }),
    ...shipmentRoutes(till.database),
    ...printRoutes(),
  ]
}
