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
import { shipmentStatuses } from '../vocabulary.ts'
import { carrierOf } from './carriers.ts'

export const ShippingAddress = z
  .object({
    name: z.string(),
    line1: z.string(),
    line2: z.string(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string(),
    country: z.string().describe('The ISO 3166-1 alpha-2 code of the country.'),
  })
  .meta({ id: 'ShippingAddress' })

const at = z.date().nullable().describe('Null until it happens.')

/** A shipment: the orders of one buyer that are sent together. */
export const Shipment = z
  .object({
    id: z.string(),
    status: z.enum(shipmentStatuses),
    buyerName: z
      .string()
      .nullable()
      .describe(
        "The name of the buyer's account; null once that account is deleted, or if the shipment is empty.",
      ),
    address: ShippingAddress.nullable().describe(
      'Null once the address is deleted with the buyer’s account.',
    ),
    weightGrams: z.int().nullable().describe('The measured weight; null until it is measured.'),
    expectedGrams: z
      .int()
      .nullable()
      .describe('The total weight of the products; null if the weight of any of them is unknown.'),
    lengthCm: z.int().nullable(),
    widthCm: z.int().nullable(),
    heightCm: z.int().nullable(),
    carrier: z
      .object({ id: z.string(), name: z.string().nullable(), link: z.string().nullable() })
      .nullable()
      .describe(
        '`id`: `sandbox`, whose label can be printed, or the carrier of a label that was bought elsewhere. `link`: the address of its tracking page. Null without a label.',
      ),
    tracking: z.string().nullable().describe('The tracking number; null without a label.'),
    packedAt: at,
    packedBy: z.string().nullable().describe('The name of the member who packed it.'),
    labelledAt: at,
    droppedOffAt: at,
    inTransitAt: at,
    deliveredAt: at,
    createdAt: z.date(),
    isCancellationRequested: z.boolean().describe('Whether an open cancellation request prevents a label.'),
    orders: z.array(ShippedOrder),
    others: z
      .array(z.object({ id: z.string(), codes: z.array(z.string()) }))
      .describe('Other shipments that can be merged with this one.'),
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
  const { orders: contained, expectedGrams } = (await ordersInShipments(db, account, [id]))(id)
  return {
    id,
    status: shipment.status,
    buyerName: contained[0]?.buyerName ?? null,
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
    orders: contained,
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

/** Finds the buyer's other shipments to the same address that have no label either. */
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
  return [...Map.groupBy(found, (one) => one.id)].map(([shipment, contained]) => ({
    id: shipment,
    codes: contained.map(({ order }) => orderCode(order)),
  }))
}
