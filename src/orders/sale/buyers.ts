import { and, desc, eq } from 'drizzle-orm'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { pageById } from '../../platform/database/keyset-page.ts'
import { toOrderPage } from './list-orders.ts'
import { orderCode } from './order-code.ts'
import { orders } from './tables.ts'

/** Lists one buyer's orders from the account, the latest first. */
export async function listOrdersOfBuyer(db: Tx, actor: Actor, buyer: string, after: string | undefined) {
  const page = await pageById(db.select({ id: orders.id }).from(orders), orders.id, {
    where: and(eq(orders.accountId, actor.account), eq(orders.buyerId, buyer)),
    after,
  })
  return toOrderPage(db, actor, page)
}

/**
 * Finds the buyer of an order. The name is null once the buyer's account is erased.
 * @throws Refusal not_found
 */
export async function findBuyerOfOrder(db: Tx, { account }: Pick<Actor, 'account'>, order: string) {
  const [found] = await db
    .select({ id: orders.buyerId, name: orders.buyerName })
    .from(orders)
    .where(byKey(orders, account, order))
  if (!found) throw new Refusal('not_found')
  return found
}

/** The code of an order between these two accounts; undefined if the order is not between them. */
export async function findOrderCodeBetween(db: Tx, seller: string, buyer: string, order: string) {
  const found = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(byKey(orders, seller, order), eq(orders.buyerId, buyer)))
  return found.length > 0 ? orderCode(order) : undefined
}

/** The code of the latest order between these two accounts, if there is one. */
export async function latestOrderCode(db: Tx, seller: string, buyer: string) {
  const [found] = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.accountId, seller), eq(orders.buyerId, buyer)))
    .orderBy(desc(orders.id))
    .limit(1)
  return found && orderCode(found.id)
}
