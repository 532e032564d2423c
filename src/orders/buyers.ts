import { and, desc, eq, lt } from 'drizzle-orm'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { pageSize, readCursor } from '../ground/page.ts'
import { pageOf } from './orders.ts'
import { codeOf } from './placing.ts'
import { orders } from './tables.ts'

/** What one buyer bought from the account, the latest first. */
export async function ofBuyer(db: Tx, actor: Actor, buyer: string, after: string | undefined) {
  const [last] = readCursor(after, 1) ?? []
  const found = await db
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        eq(orders.accountId, actor.account),
        eq(orders.buyerId, buyer),
        last ? lt(orders.id, last) : undefined,
      ),
    )
    .orderBy(desc(orders.id))
    .limit(pageSize + 1)
  return pageOf(db, actor, found)
}

/** Who bought it; their name is null once that account is erased. @throws Refusal not_found */
export async function buyerOf(db: Tx, { account }: Pick<Actor, 'account'>, order: string) {
  const [found] = await db
    .select({ id: orders.buyerId, name: orders.buyerName })
    .from(orders)
    .where(and(eq(orders.accountId, account), eq(orders.id, order)))
  if (!found) throw new Refusal('not_found')
  return found
}

/** What people call an order of the two, if it is one. */
export async function codeBetween(db: Tx, seller: string, buyer: string, order: string) {
  const found = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.accountId, seller), eq(orders.buyerId, buyer), eq(orders.id, order)))
  return found.length > 0 ? codeOf(order) : undefined
}

/** What people call the latest order of the two, if there is one. */
export async function latestCode(db: Tx, seller: string, buyer: string) {
  const [found] = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.accountId, seller), eq(orders.buyerId, buyer)))
    .orderBy(desc(orders.id))
    .limit(1)
  return found && codeOf(found.id)
}
