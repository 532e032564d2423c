import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { carrierOf } from './carriers.ts'
import { Contained, ordersIn } from './contents.ts'
import { codeOf } from './placing.ts'
import { cancellationRequests as requests } from './request-tables.ts'
import { orders, shipmentStates, shipments } from './tables.ts'

export const Destination = z
  .object({
    name: z.string(),
    line1: z.string(),
    line2: z.string(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string(),
    /** ISO 3166-1 alpha-2. */
    country: z.string(),
  })
  .meta({ id: 'Destination' })

const at = z.date().nullable()

/** A parcel: the orders of one buyer that leave together. */
export const Shipment = z
  .object({
    id: z.string(),
    status: z.enum(shipmentStates),
    /** Null once that account is deleted, or nothing is left in it. */
    buyerName: z.string().nullable(),
    address: Destination.nullable(),
    /** As weighed. */
    weightGrams: z.int().nullable(),
    /** What the products in it weigh together; null if that is not known. */
    expectedGrams: z.int().nullable(),
    lengthCm: z.int().nullable(),
    widthCm: z.int().nullable(),
    heightCm: z.int().nullable(),
    /** `sandbox`, whose label can be printed, or that of a label of one's own: with its name and where to follow it. */
    carrier: z
      .object({ id: z.string(), name: z.string().nullable(), link: z.string().nullable() })
      .nullable(),
    tracking: z.string().nullable(),
    packedAt: at,
    packedBy: z.string().nullable(),
    labelledAt: at,
    droppedOffAt: at,
    inTransitAt: at,
    deliveredAt: at,
    createdAt: z.date(),
    /** Whether a cancellation request stands in the way of its label. */
    isAsked: z.boolean(),
    orders: z.array(Contained),
    /** Parcels that it could leave together with. */
    others: z.array(z.object({ id: z.string(), codes: z.array(z.string()) })),
  })
  .meta({ id: 'Shipment' })

export type ShipmentView = z.input<typeof Shipment>
type Parcel = typeof shipments.$inferSelect

/** @throws Refusal not_found */
export async function find(db: Tx, { account }: Pick<Actor, 'account'>, id: string): Promise<ShipmentView> {
  const [parcel] = await db
    .select()
    .from(shipments)
    .where(and(eq(shipments.accountId, account), eq(shipments.id, id)))
  if (!parcel) throw new Refusal('not_found')
  const { orders: inIt, expectedGrams } = (await ordersIn(db, account, [id]))(id)
  return {
    ...parcel,
    buyerName: inIt[0]?.buyerName ?? null,
    expectedGrams,
    carrier: carrierOf(parcel),
    isAsked: parcel.status === 'created' && (await isAsked(db, parcel)),
    orders: inIt,
    others: parcel.status === 'created' ? await others(db, parcel) : [],
  }
}

async function isAsked(db: Tx, { accountId, id }: Parcel): Promise<boolean> {
  const open = await db
    .select({ id: requests.id })
    .from(requests)
    .innerJoin(orders, and(eq(orders.accountId, requests.accountId), eq(orders.id, requests.orderId)))
    .where(and(eq(orders.accountId, accountId), eq(orders.shipmentId, id), isNull(requests.outcome)))
    .limit(1)
  return open.length > 0
}

/** The buyer's other parcels to the same address that have no label either. */
async function others(db: Tx, { accountId, buyerId, id, address }: Parcel) {
  const found = await db
    .select({ id: shipments.id, order: orders.id })
    .from(shipments)
    .innerJoin(orders, and(eq(orders.accountId, shipments.accountId), eq(orders.shipmentId, shipments.id)))
    .where(
      and(
        eq(shipments.accountId, accountId),
        eq(shipments.buyerId, buyerId),
        ne(shipments.id, id),
        eq(shipments.status, 'created'),
        sql`${shipments.address} = ${JSON.stringify(address)}::jsonb`,
      ),
    )
    .orderBy(asc(orders.id))
  return [...Map.groupBy(found, (one) => one.id)].map(([parcel, inIt]) => ({
    id: parcel,
    codes: inIt.map(({ order }) => codeOf(order)),
  }))
}
