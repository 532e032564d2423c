import { and, eq } from 'drizzle-orm'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdDealings } from '../door/locks.ts'
import { record } from '../door/record.ts'
import type { Tx } from '../ground/db.ts'
import { ordersIn } from './contents.ts'
import { note, type Step } from './history.ts'
import { tellBoth } from './paying.ts'
import { shipments } from './tables.ts'

export type Parcel = typeof shipments.$inferSelect
type Contents = ReturnType<Awaited<ReturnType<typeof ordersIn>>>
/** A parcel whose dealings are held: nothing else changes it, or the orders in it, until the commit. */
export type Held = Contents & { parcel: Parcel }

export const ofParcel = ({ account }: Pick<Actor, 'account'>, id: string) =>
  and(eq(shipments.accountId, account), eq(shipments.id, id))

/** @throws Refusal not_found */
export async function holdParcel(db: Tx, actor: Actor, id: string): Promise<Held> {
  const [found] = await db.select({ buyer: shipments.buyerId }).from(shipments).where(ofParcel(actor, id))
  if (!found) throw new Refusal('not_found')
  await holdDealings(db, actor.account, found.buyer)
  const [parcel] = (await db.select().from(shipments).where(ofParcel(actor, id))) as [Parcel]
  return { parcel, ...(await ordersIn(db, actor.account, [id]))(id) }
}

export const change = (db: Tx, { parcel }: Held, values: Partial<typeof shipments.$inferInsert>) =>
  db
    .update(shipments)
    .set(values)
    .where(ofParcel({ account: parcel.accountId }, parcel.id))

/** Writes a step into the history of every order in the parcel. */
export async function noteEach(
  db: Tx,
  actor: Actor,
  { orders }: Pick<Held, 'orders'>,
  step: Step,
  details = {},
) {
  for (const order of orders) await note(db, order, step, { side: 'seller', name: actor.name }, details)
}

/** Records what was done to a parcel, and shows it to both sides. */
export async function doneTo(
  db: Tx,
  actor: Actor,
  { parcel, orders }: Held,
  act: `orders.${string}`,
  details = {},
) {
  const name = orders.map(({ code }) => code).join(', ')
  await record(db, actor, { act, subject: { id: parcel.id, name }, details })
  await tellBoth(db, parcel)
}
