import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import { orderSteps } from './tables.ts'

export const orderStepKinds = [
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
  'cancellation_requested',
  'cancellation_suggested',
  'cancellation_accepted',
  'cancellation_declined',
  'cancellation_expired',
  'refund_suggested',
  'refund_dismissed',
  'refunded',
  'refund_failed',
] as const
export type OrderStepKind = (typeof orderStepKinds)[number]

/** Steps that only the seller's side sees. */
const internal: OrderStepKind[] = [
  'cancellation_suggested',
  'refund_suggested',
  'refund_dismissed',
  'moved',
  'packed',
]

export const OrderStep = z
  .object({
    what: z.enum(orderStepKinds),
    at: z.date(),
    by: z
      .string()
      .nullable()
      .describe(
        'The name of the person who did it; null for the clock, the bank and the other side’s members.',
      ),
    side: z.enum(['seller', 'buyer', 'clock']),
    details: z.record(z.string(), z.unknown()).describe('Further values, which depend on `what`.'),
  })
  .meta({ id: 'OrderStep' })

/** An order's key with both accounts. */
export type OrderKey = { accountId: string; buyerId: string; id: string }
export type StepAuthor = { side: 'seller' | 'buyer'; name: string } | { side: 'clock' }

/** Adds a step to an order's history. */
export async function addOrderStep(
  tx: Tx,
  order: OrderKey,
  what: OrderStepKind,
  by: StepAuthor,
  details = {},
): Promise<void> {
  await tx.insert(orderSteps).values({
    accountId: order.accountId,
    buyerId: order.buyerId,
    id: newId('orderStep'),
    orderId: order.id,
    what,
    side: by.side,
    personName: 'name' in by ? by.name : null,
    details,
  })
}

/** Reads an order's history as one side may see it. Each side sees only the names of its own members. */
export async function orderHistory(tx: Tx, { accountId, id }: OrderKey, reader: 'seller' | 'buyer') {
  const found = await tx
    .select()
    .from(orderSteps)
    .where(and(eq(orderSteps.accountId, accountId), eq(orderSteps.orderId, id)))
    .orderBy(asc(orderSteps.id))
  return found
    .filter(({ what }) => reader === 'seller' || !internal.includes(what as OrderStepKind))
    .map(({ what, createdAt, personName, side, details }) => ({
      what: what as OrderStepKind,
      at: createdAt,
      by: side === reader ? personName : null,
      side,
      details,
    }))
}
