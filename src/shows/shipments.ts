import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { ordersOfShow } from '../orders/of-show.ts'
import { rowOf } from './listing.ts'

export const ShipmentsQuery = z.strictObject({ after: z.string().max(400).optional() })

/** @throws Refusal not_found */
export async function list(db: Tx, actor: Actor, id: string, query: z.output<typeof ShipmentsQuery>) {
  await rowOf(db, actor.account, id)
  return ordersOfShow(db, actor, id, query.after)
}
