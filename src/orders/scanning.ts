import { and, eq, like, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { numbered } from './sending.ts'
import { find, Shipment } from './shipment.ts'
import { containing, orderTexts } from './texts.ts'

export const Scan = z.strictObject({
  /** A tracking number or an order's code, as a scanner or a hurried hand types it. */
  code: z
    .string()
    .max(60)
    .overwrite((text) => text.replaceAll(/[\s#]/g, ''))
    .optional(),
})
export const Scanned = z.object({ shipment: Shipment.nullable() })

/** The parcel that a code leads to; null if there is none. */
export async function scan(db: Tx, actor: Actor, { code = '' }: z.output<typeof Scan>) {
  const id = code && ((await numbered(db, actor.account, code))[0]?.id ?? (await withOrder(db, actor, code)))
  return { shipment: id ? await find(db, actor, id) : null }
}

async function withOrder(db: Tx, { account }: Actor, code: string) {
  const [found] = await db
    .select({ shipment: orderTexts.shipmentId })
    .from(orderTexts)
    .where(
      and(
        eq(orderTexts.accountId, account),
        like(orderTexts.text, containing(code)),
        sql`right(${orderTexts.id}, 8) = ${code.toLowerCase()}`,
      ),
    )
    .limit(1)
  return found?.shipment
}
