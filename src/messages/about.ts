import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { invalid } from '../door/errors.ts'
import { rows, type Tx } from '../ground/db.ts'
import { codeOf } from '../orders/placing.ts'
import { orders } from '../orders/tables.ts'
import { shownShows } from '../shows/views.ts'
import type { NewMessage } from './message.ts'
import type { About } from './tables.ts'

type Wanted = z.output<typeof NewMessage>['about']

/**
 * What a message is about, if it may be: what anybody sees of the seller's, and the orders of the two.
 * @throws Refusal invalid
 */
export async function aboutOf(db: Tx, seller: string, buyer: string, wanted: Wanted): Promise<About | null> {
  if (!wanted) return null
  const title = await titles[wanted.kind](db, seller, buyer, wanted.id)
  if (title === undefined) throw invalid('about', 'unknown')
  return { ...wanted, title }
}

type Find = (db: Tx, seller: string, buyer: string, id: string) => Promise<string | undefined>

const titles: Record<About['kind'], Find> = {
  product: async (db, seller, _, id) => {
    const [found] = await rows<{ title: string }>(
      db,
      sql`select title from shop_products where account_id = ${seller} and id = ${id}`,
    )
    return found?.title
  },
  show: async (db, seller, _, id) => {
    const [found] = await db
      .select({ title: shownShows.title })
      .from(shownShows)
      .where(and(eq(shownShows.accountId, seller), eq(shownShows.id, id)))
    return found?.title
  },
  order: async (db, seller, buyer, id) => {
    const [found] = await db
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.accountId, seller), eq(orders.buyerId, buyer), eq(orders.id, id)))
    return found && codeOf(found.id)
  },
}
