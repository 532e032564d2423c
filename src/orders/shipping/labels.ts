import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { bookTransfer } from '../../ledger/ledger.ts'
import type { Tx } from '../../platform/database/database.ts'
import { shipmentTexts } from '../sale/search-views.ts'
import { type CarrierName, carrierNames, orderLimits } from '../vocabulary.ts'
import { sandboxCarrier as carrier } from './carriers.ts'
import {
  addStepToEach,
  type LockedShipment,
  lockShipment,
  logShipment,
  updateShipment,
} from './lock-shipment.ts'

export const OwnLabel = z.strictObject({
  carrier: z.enum(carrierNames),
  number: z
    .string()
    .max(orderLimits.scannedCode)
    .overwrite((text) => text.replaceAll(/\s/g, '').toUpperCase())
    .regex(/^[A-Z0-9-]{4,40}$/)
    .describe('The tracking number as it is typed or scanned. Spaces are ignored.'),
})

const now = sql`now()` as never

/**
 * Orders a label from our carrier and books its price.
 * @throws Refusal nothing_to_send, label_exists, not_now, weight_needed or cancellation_open
 */
export async function makeLabel(db: Tx, actor: Actor, id: string): Promise<void> {
  const locked = await lockShipment(db, actor, id)
  const [first] = requireLabelPossible(locked)
  const weightGrams = locked.shipment.weightGrams ?? locked.expectedGrams
  if (!weightGrams) throw new Refusal('weight_needed')
  const cost = carrier.price(weightGrams)
  const tracking = await unusedTrackingNumber(db, locked, weightGrams)
  await updateShipment(db, locked, {
    status: 'label_generated',
    carrier: carrier.name,
    tracking,
    weightGrams,
    labelCost: cost,
    labelledAt: now,
  })
  await bookTransfer(db, {
    account: actor.account,
    kind: 'label',
    from: 'pending',
    to: 'carrier',
    amount: cost,
    currency: first.currency,
    order: first.id,
    // A shipment that came back and is sent again gets another label, whose price is booked as well.
    cause: locked.shipment.labelledAt ? `${id} ${tracking}` : id,
  })
  await addStepToEach(db, actor, locked, 'label_generated', { carrier: carrier.name, tracking })
  await logShipment(db, actor, locked, 'orders.label_made')
}

/**
 * Sets the tracking number of a label that was bought elsewhere. The number can be corrected until the shipment
 * leaves.
 */
export async function setTrackingNumber(
  db: Tx,
  actor: Actor,
  id: string,
  { carrier, number }: z.output<typeof OwnLabel>,
) {
  const locked = await lockShipment(db, actor, id)
  const isCorrection = locked.shipment.status === 'label_generated' && locked.shipment.labelCost === null
  if (!isCorrection) requireLabelPossible(locked)
  await updateShipment(db, locked, {
    status: 'label_generated',
    carrier: carrier satisfies CarrierName,
    tracking: number,
    labelCost: null,
    labelledAt: now,
  })
  await addStepToEach(db, actor, locked, 'label_generated', { carrier, tracking: number })
  await logShipment(db, actor, locked, 'orders.tracking_set')
}

/**
 * Checks that the shipment can get a label.
 * @throws Refusal nothing_to_send, not_now or label_exists
 */
function requireLabelPossible({ shipment, orders }: LockedShipment) {
  if (shipment.status === 'cancelled') throw new Refusal('nothing_to_send')
  if (shipment.status === 'failed') throw new Refusal('not_now')
  if (shipment.status !== 'created') throw new Refusal('label_exists')
  const [first] = orders
  if (!first) throw new Refusal('nothing_to_send')
  return [first] as const
}

/**
 * Gets a tracking number that no other shipment of the account has, so that a scanned number identifies one shipment.
 */
async function unusedTrackingNumber(
  db: Tx,
  { shipment }: LockedShipment,
  weightGrams: number,
): Promise<string> {
  const labelKey = shipment.labelledAt ? `${shipment.id} ${shipment.labelledAt.getTime()}` : shipment.id
  for (let attempt = 0; ; attempt++) {
    const { tracking } = await carrier.label({ id: labelKey, attempt, weightGrams })
    if ((await shipmentsWithNumber(db, shipment.accountId, tracking)).length === 0) return tracking
  }
}

/** Finds the shipments of an account that have this tracking number. */
export const shipmentsWithNumber = (db: Tx, account: string, number: string) =>
  db
    .select({ id: shipmentTexts.id })
    .from(shipmentTexts)
    .where(and(eq(shipmentTexts.accountId, account), eq(shipmentTexts.text, number.toLowerCase())))
