import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { listShipmentsOfShow } from '../orders/sale/by-show.ts'
import type { Tx } from '../platform/database/database.ts'
import { findShowRow } from './account-shows.ts'

export const ShowShipmentQuery = z.strictObject({ after: z.string().max(400).optional() })

/**
 * Lists the shipments of a show.
 * @throws Refusal not_found
 */
export async function listShowShipments(
  db: Tx,
  actor: Actor,
  id: string,
  query: z.output<typeof ShowShipmentQuery>,
) {
  await findShowRow(db, actor.account, id)
  return listShipmentsOfShow(db, actor, id, query.after)
}
