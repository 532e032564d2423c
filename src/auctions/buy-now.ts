import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { refuseBlockedBuyer } from '../buyers/buyer-bans.ts'
import { Refusal } from '../errors/refusal.ts'
import type { ShippingBand } from '../platform/config.ts'
import type { Tx } from '../platform/database/database.ts'
import { actingForOtherAccount, scopeOf } from '../platform/database/scope.ts'
import { idReference } from '../platform/text-schemas.ts'
import { findLineupOffer } from '../shows/lineup.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { quotePurchase, reservePurchase } from '../spending/buy.ts'
import { refuseConflictOfInterest } from '../team/conflict-of-interest.ts'

export const ShowBasket = z.strictObject({
  show: idReference,
  product: idReference,
  quantity: z.int().min(1).max(99).default(1),
})
export const NewShowPurchase = ShowBasket.extend({
  address: idReference
    .optional()
    .describe("The id of one of the account's addresses. Default: the preferred one."),
  method: idReference
    .optional()
    .describe("The id of one of the account's payment methods. Default: the preferred one."),
  total: z
    .int()
    .min(1)
    .optional()
    .describe(
      'The total that the buyer was shown, in minor units. If the purchase costs a different amount now, it is refused.',
    ),
})

type Basket = z.output<typeof ShowBasket>

/**
 * What a purchase would cost at the show's price.
 * @throws Refusal not_found, own_show, not_live or sold_out
 */
export async function quoteShowPurchase(db: Tx, actor: Actor, basket: Basket, bands: ShippingBand[]) {
  const { seller, items } = await basketOf(db, actor, basket)
  return quotePurchase(db, actor, { seller: seller.accountId, items }, bands)
}

/**
 * Reserves a purchase at a fixed price in a live show.
 * @throws Refusal not_found, own_show, not_live, blocked or conflict_of_interest, and the refusals of buying in a
 * shop
 */
export async function reserveShowPurchase(
  db: Tx,
  actor: Actor,
  input: z.output<typeof NewShowPurchase>,
  bands: ShippingBand[],
) {
  const { show, product: _, quantity: __, ...options } = input
  const { seller, items } = await basketOf(db, actor, input)
  return reservePurchase(db, actor, { ...options, seller: seller.accountId, items }, bands, {
    show,
    check: async () => {
      await refuseBlockedBuyer(db, seller.accountId, actor.person)
      await refuseConflictOfInterest(db, seller.accountId, actor.person, { id: show, name: seller.title })
    },
  })
}

async function basketOf(db: Tx, actor: Actor, { show, product, quantity }: Basket) {
  const seller = await requirePublishedShow(db, show)
  if (seller.accountId === actor.account) throw new Refusal('own_show')
  if (seller.status !== 'live') throw new Refusal('not_live')
  const { price } = await actingForOtherAccount(db, seller.accountId, scopeOf(actor), () =>
    findLineupOffer(db, seller.accountId, show, product),
  )
  return { seller, items: [{ product, quantity, price }] }
}
