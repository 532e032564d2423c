import { z } from 'zod'
import { moneyRoute, route, type Services } from '../http/route.ts'
import { NewCancellationRequest, requestCancellation } from '../orders/cancellation/cancellation-requests.ts'
import { findPurchase, listPurchases, Purchase, PurchaseQuery, PurchaseRow } from '../orders/purchases.ts'
import type { PaymentService } from '../orders/settlement.ts'
import { confirmAtSandboxBank } from '../payments/sandbox.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { Basket, NewPurchase, PurchaseQuote, quotePurchase, reservePurchase } from './buy.ts'
import { purchaseResult } from './purchase-result.ts'

const permission = 'money.spend'
const one = '/accounts/:account/purchases/:purchase'

/** The routes for buying, and for what was bought. */
export const purchaseRoutes = ({ config, database }: Services, paymentService: PaymentService) => [
  route({
    method: 'GET',
    path: '/accounts/:account/purchases',
    permission,
    summary: 'The account’s purchases, the latest first',
    input: PurchaseQuery,
    output: PageOf(PurchaseRow),
    handle: ({ db, actor, input }) => listPurchases(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/purchases/quote',
    permission,
    summary: 'The price of some products of a shop, including shipping',
    input: Basket,
    output: PurchaseQuote,
    handle: ({ db, actor, input }) => quotePurchase(db, actor, input, config.shippingBands),
  }),
  moneyRoute({
    path: '/accounts/:account/purchases',
    permission,
    status: 201,
    limit: { name: 'purchases', count: 60, minutes: 10 },
    summary: 'Buy from another account’s shop',
    input: NewPurchase,
    output: Purchase,
    reserve: ({ db, actor, input }) => reservePurchase(db, actor, input, config.shippingBands),
    settle: (ref, { actor }) => purchaseResult(paymentService, ref, actor),
  }),
  route({
    method: 'GET',
    path: one,
    permission,
    summary: 'A purchase',
    output: Purchase,
    handle: ({ db, actor, params }) => findPurchase(db, actor, params.purchase),
  }),
  moneyRoute({
    path: `${one}/confirmation`,
    permission,
    summary: 'Answer the question of the buyer’s bank (in the sandbox), or check whether it was answered',
    input: z.strictObject({ approve: z.boolean().optional() }),
    output: Purchase,
    reserve: async ({ db, actor, input, params }) => {
      const { seller, id, confirm } = await findPurchase(db, actor, params.purchase)
      return {
        seller,
        order: id,
        approve: confirm && paymentService.provider.name === 'sandbox' && input.approve,
      }
    },
    settle: async ({ seller, order, approve }, { actor }) => {
      if (typeof approve === 'boolean') await confirmAtSandboxBank(database, order, approve)
      return purchaseResult(paymentService, { seller, order }, actor)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/cancellation`,
    permission,
    status: 201,
    summary: 'Ask the seller to cancel a purchase',
    input: NewCancellationRequest,
    output: Purchase,
    handle: async ({ db, actor, input, params }) => {
      await requestCancellation(db, actor, params.purchase, input)
      return findPurchase(db, actor, params.purchase)
    },
  }),
]
