import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { book } from '../ledger/ledger.ts'
import { type CarrierName, sandboxCarrier as carrier, carrierNames } from './carriers.ts'
import { change, doneTo, type Held, holdParcel, noteEach } from './holding.ts'
import { parcelTexts } from './texts.ts'

export const OwnLabel = z.strictObject({
  carrier: z.enum(carrierNames),
  /** As it is typed or scanned: spaces do not count. */
  number: z
    .string()
    .max(60)
    .overwrite((text) => text.replaceAll(/\s/g, '').toUpperCase())
    .regex(/^[A-Z0-9-]{4,40}$/),
})

const now = sql`now()` as never

/**
 * Has our carrier make its label, and books what that costs.
 * @throws Refusal nothing_to_send, label_exists, not_now, weight_needed or cancellation_open
 */
export async function label(db: Tx, actor: Actor, id: string): Promise<void> {
  const held = await holdParcel(db, actor, id)
  const [first] = ready(held)
  const weightGrams = held.parcel.weightGrams ?? held.expectedGrams
  if (!weightGrams) throw new Refusal('weight_needed')
  const cost = carrier.price(weightGrams)
  const tracking = await freshNumber(db, held, weightGrams)
  await change(db, held, {
    status: 'label_generated',
    carrier: carrier.name,
    tracking,
    weightGrams,
    labelCost: cost,
    labelledAt: now,
  })
  await book(db, {
    account: actor.account,
    kind: 'label',
    from: 'pending',
    to: 'carrier',
    amount: cost,
    currency: first.currency,
    order: first.id,
    // A parcel that comes back and is sent again has another label, which costs again.
    cause: held.parcel.labelledAt ? `${id} ${tracking}` : id,
  })
  await noteEach(db, actor, held, 'label_generated', { carrier: carrier.name, tracking })
  await doneTo(db, actor, held, 'orders.label_made')
}

/** A label of one's own, bought elsewhere. Its number can be corrected until the parcel leaves. */
export async function track(
  db: Tx,
  actor: Actor,
  id: string,
  { carrier, number }: z.output<typeof OwnLabel>,
) {
  const held = await holdParcel(db, actor, id)
  const isCorrection = held.parcel.status === 'label_generated' && held.parcel.labelCost === null
  if (!isCorrection) ready(held)
  await change(db, held, {
    status: 'label_generated',
    carrier: carrier satisfies CarrierName,
    tracking: number,
    labelCost: null,
    labelledAt: now,
  })
  await noteEach(db, actor, held, 'label_generated', { carrier, tracking: number })
  await doneTo(db, actor, held, 'orders.tracking_set')
}

/** What can be sent. @throws Refusal nothing_to_send, not_now or label_exists */
function ready({ parcel, orders }: Held) {
  if (parcel.status === 'cancelled') throw new Refusal('nothing_to_send')
  if (parcel.status === 'failed') throw new Refusal('not_now')
  if (parcel.status !== 'created') throw new Refusal('label_exists')
  const [first] = orders
  if (!first) throw new Refusal('nothing_to_send')
  return [first] as const
}

/** A number that no other parcel of the account has: what is scanned leads to one parcel. */
async function freshNumber(db: Tx, { parcel }: Held, weightGrams: number): Promise<string> {
  const tries = parcel.labelledAt ? `${parcel.id} ${parcel.labelledAt.getTime()}` : parcel.id
  for (let attempt = 0; ; attempt++) {
    const { tracking } = await carrier.label({ id: tries, attempt, weightGrams })
    if ((await numbered(db, parcel.accountId, tracking)).length === 0) return tracking
  }
}

/** The parcels of an account with a tracking number. */
export const numbered = (db: Tx, account: string, number: string) =>
  db
    .select({ id: parcelTexts.id })
    .from(parcelTexts)
    .where(and(eq(parcelTexts.accountId, account), eq(parcelTexts.text, number.toLowerCase())))
