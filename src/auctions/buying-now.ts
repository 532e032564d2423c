import { z } from 'zod'
import { refuseBlocked } from '../chat/writing.ts'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Band } from '../ground/config.ts'
import type { Tx } from '../ground/db.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { reference } from '../ground/text.ts'
import { offered } from '../shows/lineup.ts'
import { shown } from '../shows/published.ts'
import * as buying from '../spending/buying.ts'
import { refuseInterested } from '../team/interest.ts'

export const ShowBasket = z.strictObject({
  show: reference,
  product: reference,
  quantity: z.int().min(1).max(99).default(1),
})
export const NewShowPurchase = ShowBasket.extend({
  /** One of the account's. Left out: the preferred one. */
  address: reference.optional(),
  method: reference.optional(),
  /** What the buyer was shown; the purchase is refused if it costs something else by now. */
  total: z.int().min(1).optional(),
})

type Basket = z.output<typeof ShowBasket>

/** What it would cost, at the show's price. @throws Refusal not_found, own_show, not_live or sold_out */
export async function quote(db: Tx, actor: Actor, basket: Basket, bands: Band[]) {
  const { seller, items } = await basketOf(db, actor, basket)
  return buying.quote(db, actor, { seller: seller.accountId, items }, bands)
}

/**
 * Reserves what is sold at a price in a show that is on.
 * @throws Refusal not_found, own_show, not_live, blocked, conflict_of_interest, and as buying in a shop does
 */
export async function buy(db: Tx, actor: Actor, input: z.output<typeof NewShowPurchase>, bands: Band[]) {
  const { show, product: _, quantity: __, ...given } = input
  const { seller, items } = await basketOf(db, actor, input)
  return buying.buy(db, actor, { ...given, seller: seller.accountId, items }, bands, {
    show,
    check: async () => {
      await refuseBlocked(db, seller.accountId, actor.person)
      await refuseInterested(db, seller.accountId, actor.person, { id: show, name: seller.title })
    },
  })
}

async function basketOf(db: Tx, actor: Actor, { show, product, quantity }: Basket) {
  const seller = await shown(db, show)
  if (seller.accountId === actor.account) throw new Refusal('own_show')
  if (seller.state !== 'live') throw new Refusal('not_live')
  const { price } = await onTheSideOf(db, seller.accountId, { as: 'account', ...actor }, () =>
    offered(db, seller.accountId, show, product),
  )
  return { seller, items: [{ product, quantity, price }] }
}
