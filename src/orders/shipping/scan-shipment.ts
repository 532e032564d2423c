import { and, eq, like, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import type { Tx } from '../../platform/database/database.ts'
import { containsLowercase, orderTexts } from '../sale/search-views.ts'
import { orderLimits } from '../vocabulary.ts'
import { shipmentsWithNumber } from './labels.ts'
import { findShipment, Shipment } from './shipment.ts'

export const ScanInput = z.strictObject({
  code: z
    .string()
    .max(orderLimits.scannedCode)
    .overwrite((text) => text.replaceAll(/[\s#]/g, ''))
    .optional()
    .describe(
      "A tracking number or an order's code as it is scanned or typed. Spaces, # and letter case are ignored.",
    ),
})
export const ScanResult = z.object({
  shipment: Shipment.nullable().describe('Null if no shipment has this code.'),
})

/** Finds the shipment with a scanned code. */
export async function scanShipment(db: Tx, actor: Actor, { code = '' }: z.output<typeof ScanInput>) {
  const id =
    code &&
    ((await shipmentsWithNumber(db, actor.account, code))[0]?.id ??
      (await shipmentOfOrderCode(db, actor, code)))
  return { shipment: id ? await findShipment(db, actor, id) : null }
}

async function shipmentOfOrderCode(db: Tx, { account }: Actor, code: string) {
  const [found] = await db
    .select({ shipment: orderTexts.shipmentId })
    .from(orderTexts)
    .where(
      and(
        eq(orderTexts.accountId, account),
        like(orderTexts.text, containsLowercase(code)),
        sql`right(${orderTexts.id}, 8) = ${code.toLowerCase()}`,
      ),
    )
    .limit(1)
  return found?.shipment
}
