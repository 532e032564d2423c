import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { orderEvents } from './tables.ts'

export const steps = [
  'placed',
  'paid',
  'payment_failed',
  'label_generated',
  'packed',
  'dropped_off',
  'in_transit',
  'delivered',
  'shipping_failed',
  'moved',
  'cancellation_asked',
  'cancellation_suggested',
  'cancellation_accepted',
  'cancellation_declined',
  'cancellation_lapsed',
  'refund_suggested',
  'refund_dismissed',
  'refunded',
  'refund_failed',
] as const
export type Step = (typeof steps)[number]

/** What the seller's side says among itself. */
const internal: Step[] = ['cancellation_suggested', 'refund_suggested', 'refund_dismissed', 'moved', 'packed']

export const OrderStep = z
  .object({
    what: z.enum(steps),
    at: z.date(),
    /** Who did it; null: the clock, the bank, or somebody of the other side. */
    person: z.string().nullable(),
    side: z.enum(['seller', 'buyer', 'clock']),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'OrderStep' })

/** An order, and the two accounts that it is between. */
export type OrderKey = { accountId: string; buyerId: string; id: string }
export type Doing = { side: 'seller' | 'buyer'; name: string } | { side: 'clock' }

/** Adds a step to an order's history. */
export async function note(tx: Tx, order: OrderKey, what: Step, by: Doing, details = {}): Promise<void> {
  await tx.insert(orderEvents).values({
    accountId: order.accountId,
    buyerId: order.buyerId,
    id: newId('orderEvent'),
    orderId: order.id,
    what,
    side: by.side,
    personName: 'name' in by ? by.name : null,
    details,
  })
}

/** The history as one side may see it: each sees the names of its own people only. */
export async function history(tx: Tx, { accountId, id }: OrderKey, reader: 'seller' | 'buyer') {
  const found = await tx
    .select()
    .from(orderEvents)
    .where(and(eq(orderEvents.accountId, accountId), eq(orderEvents.orderId, id)))
    .orderBy(asc(orderEvents.id))
  return found
    .filter(({ what }) => reader === 'seller' || !internal.includes(what as Step))
    .map(({ what, createdAt, personName, side, details }) => ({
      what: what as Step,
      at: createdAt,
      person: side === reader ? personName : null,
      side,
      details,
    }))
}
