import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { invalidField } from '../errors/refusal.ts'
import { findOrderCodeBetween } from '../orders/sale/buyers.ts'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { findPublishedShow } from '../shows/public-shows.ts'
import type { NewMessage } from './message.ts'
import type { MessageSubject } from './tables.ts'

type Wanted = z.output<typeof NewMessage>['subject']

/**
 * Checks that a message may have this subject: a public product or show of the seller, or an order between the two
 * accounts.
 * @throws Refusal invalid
 */
export async function checkedSubject(
  db: Tx,
  seller: string,
  buyer: string,
  wanted: Wanted,
): Promise<MessageSubject | null> {
  if (!wanted) return null
  const title = await titles[wanted.kind](db, seller, buyer, wanted.id)
  if (title === undefined) throw invalidField('subject', 'subject_gone')
  return { ...wanted, title }
}

type Find = (db: Tx, seller: string, buyer: string, id: string) => Promise<string | undefined>

const titles: Record<MessageSubject['kind'], Find> = {
  product: async (db, seller, _, id) => {
    const [found] = await queryRows<{ title: string }>(
      db,
      sql`select title from shop_products where account_id = ${seller} and id = ${id}`,
    )
    return found?.title
  },
  show: async (db, seller, _, id) => {
    const show = await findPublishedShow(db, id)
    return show?.accountId === seller ? show.title : undefined
  },
  order: findOrderCodeBetween,
}
