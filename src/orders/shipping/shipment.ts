import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { Refusal } from '../../errors/refusal.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { orderCode } from '../sale/order-code.ts'
import { cancellationRequests as requests } from '../sale/request-tables.ts'
import { ordersInShipments, ShippedOrder } from '../sale/shipment-contents.ts'
import { orders, shipments } from '../sale/tables.ts'
import { shipmentStates } from '../vocabulary.ts'
import { carrierOf } from './carriers.ts'

export const Destination = z
  .object({
    name: z.string(),
    line1: z.string(),
    line2: z.string(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string(),
    country: z.string().describe('Country code of ISO 3166-1 alpha-2.'),
  })
  .meta({ id: 'Destination' })

const at = z.date().nullable()

/** A shipment: the orders of one buyer that are sent together. */
export const Shipment = z
  .object({
    id: z.string(),
    status: z.enum(shipmentStates),
    buyerName: z
      .string()
      .nullable()
      .describe('Null once that account is deleted, or when the shipment is empty.'),
    address: Destination.nullable(),
    weightGrams: z.int().nullable().describe('The weight as measured.'),
    expectedGrams: z.int().nullable().describe('The total weight of the products; null if it is unknown.'),
    lengthCm: z.int().nullable(),
    widthCm: z.int().nullable(),
    heightCm: z.int().nullable(),
    carrier: z
      .object({ id: z.string(), name: z.string().nullable(), link: z.string().nullable() })
      .nullable()
      .describe(
        '`sandbox`, whose label can be printed, or the carrier of a label that was bought elsewhere, with its name and the address of its tracking page.',
      ),
    tracking: z.string().nullable(),
    packedAt: at,
    packedBy: z.string().nullable(),
    labelledAt: at,
    droppedOffAt: at,
    inTransitAt: at,
    deliveredAt: at,
    createdAt: z.date(),
    isCancellationRequested: z.boolean().describe('Whether an open cancellation request prevents a label.'),
    orders: z.array(ShippedOrder),
    others: z
      .array(z.object({ id: z.string(), codes: z.array(z.string()) }))
      .describe('Shipments that could be merged with this one.'),
  })
  .meta({ id: 'Shipment' })

export type ShipmentView = z.input<typeof Shipment>
type Shipment = typeof shipments.$inferSelect

/** @throws Refusal not_found */
export async function findShipment(
  db: Tx,
  { account }: Pick<Actor, 'account'>,
  id: string,
): Promise<ShipmentView> {
  const [shipment] = await db
    .select()
    .from(shipments)
    .where(byKey(shipments, account, id))
  if (!shipment) throw new Refusal('not_found')
  const { orders: inIt, expectedGrams } = (await ordersInShipments(db, account, [id]))(id)
  return {
    id,
    status: shipment.status,
    buyerName: inIt[0]?.buyerName ?? null,
    address: shipment.address,
    weightGrams: shipment.weightGrams,
    expectedGrams,
    lengthCm: shipment.lengthCm,
    widthCm: shipment.widthCm,
    heightCm: shipment.heightCm,
    carrier: carrierOf(shipment),
    tracking: shipment.tracking,
    packedAt: shipment.packedAt,
    packedBy: shipment.packedBy,
    labelledAt: shipment.labelledAt,
    droppedOffAt: shipment.droppedOffAt,
    inTransitAt: shipment.inTransitAt,
    deliveredAt: shipment.deliveredAt,
    createdAt: shipment.createdAt,
    isCancellationRequested: shipment.status === 'created' && (await isCancellationRequested(db, shipment)),
    orders: inIt,
    others: shipment.status === 'created' ? await others(db, shipment) : [],
  }
}

async function isCancellationRequested(db: Tx, { accountId, id }: Shipment): Promise<boolean> {
  const open = await db
    .select({ id: requests.id })
    .from(requests)
    .innerJoin(orders, byKey(orders, requests.accountId, requests.orderId))
    .where(and(eq(orders.accountId, accountId), eq(orders.shipmentId, id), isNull(requests.outcome)))
    .limit(1)
  return open.length > 0
}

/** The buyer's other shipments to the same address that have no label either. */
async function others(db: Tx, { accountId, buyerId, id, address }: Shipment) {
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
  return [...Map.groupBy(found, (one) => one.id)].map(([shipment, inIt]) => ({
    id: shipment,
    codes: inIt.map(({ order }) => orderCode(order)),
  }))
}
