import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { invalid } from '../door/errors.ts'
import { rows, type Tx } from '../ground/db.ts'
import { codeBetween } from '../orders/buyers.ts'
import { sought } from '../shows/published.ts'
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
  if (title === undefined) throw invalid('about', 'about_gone')
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
    const show = await sought(db, id)
    return show?.accountId === seller ? show.title : undefined
  },
  order: codeBetween,
}
