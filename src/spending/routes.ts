import { z } from 'zod'
import { type House, moneyRoute, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import * as cancelling from '../orders/cancelling.ts'
import * as purchases from '../orders/purchases.ts'
import { Purchase, PurchaseRow } from '../orders/purchases.ts'
import type { Till } from '../orders/settling.ts'
import { answerTheBank } from '../payments/sandbox.ts'
import * as buying from './buying.ts'
import { settledPurchase } from './settled.ts'

const permission = 'money.spend'
const one = '/accounts/:account/purchases/:purchase'

/** Buying, and what was bought. */
export const purchaseRoutes = ({ config, database }: House, till: Till) => [
  route({
    method: 'GET',
    path: '/accounts/:account/purchases',
    permission,
    summary: 'What the account bought, the latest first',
    input: purchases.PurchaseQuery,
    output: Page(PurchaseRow),
    handle: ({ db, actor, input }) => purchases.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/purchases/quote',
    permission,
    summary: 'What some products of a shop would cost, shipping included',
    input: buying.Basket,
    output: buying.Quote,
    handle: ({ db, actor, input }) => buying.quote(db, actor, input, config.shippingBands),
  }),
  moneyRoute({
    path: '/accounts/:account/purchases',
    permission,
    status: 201,
    limit: { name: 'purchases', count: 60, minutes: 10 },
    summary: 'Buy from another account’s shop',
    input: buying.NewPurchase,
    output: Purchase,
    reserve: ({ db, actor, input }) => buying.buy(db, actor, input, config.shippingBands),
    settle: (ref, { actor }) => settledPurchase(till, ref, actor),
  }),
  route({
    method: 'GET',
    path: one,
    permission,
    summary: 'A purchase',
    output: Purchase,
    handle: ({ db, actor, params }) => purchases.find(db, actor, params.purchase as string),
  }),
  moneyRoute({
    path: `${one}/confirmation`,
    permission,
    summary: 'Answer what the buyer’s bank asks (in the sandbox), or look how it was answered',
    input: z.strictObject({ approve: z.boolean().optional() }),
    output: Purchase,
    reserve: async ({ db, actor, input, params }) => {
      const { seller, id, confirm } = await purchases.find(db, actor, params.purchase as string)
      return { seller, order: id, approve: confirm && till.provider.name === 'sandbox' && input.approve }
    },
    settle: async ({ seller, order, approve }, { actor }) => {
      if (typeof approve === 'boolean') await answerTheBank(database, order, approve)
      return settledPurchase(till, { seller, order }, actor)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/cancellation`,
    permission,
    status: 201,
    summary: 'Ask the seller to cancel a purchase',
    input: cancelling.NewRequest,
    output: Purchase,
    handle: async ({ db, actor, input, params }) => {
      await cancelling.ask(db, actor, params.purchase as string, input)
      return purchases.find(db, actor, params.purchase as string)
    },
  }),
]
