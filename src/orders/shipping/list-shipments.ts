import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { queryRows, type Tx } from '../../platform/database/database.ts'
import { cursorParam, pageById, pageSize, readCursor, toPage } from '../../platform/database/keyset-page.ts'
import { singleLine } from '../../platform/text-schemas.ts'
import { containsLowercase, orderTexts, shipmentTexts } from '../sale/search-views.ts'
import { ordersInShipments } from '../sale/shipment-contents.ts'
import { shipments } from '../sale/tables.ts'
import { shipmentStatuses } from '../vocabulary.ts'

export const ShipmentQuery = z.strictObject({
  search: singleLine(200, 0)
    .optional()
    .describe(
      "A text that the tracking number, an order's code, the buyer's name or a product's title contains.",
    ),
  status: z.enum(shipmentStatuses).optional(),
  after: cursorParam,
})

/** A shipment in a list. */
export const ShipmentRow = z
  .object({
    id: z.string(),
    status: z.enum(shipmentStatuses),
    buyerName: z
      .string()
      .nullable()
      .describe(
        "The name of the buyer's account; null once that account is deleted, or if the shipment is empty.",
      ),
    codes: z.array(z.string()).describe('The codes of its orders.'),
    recipient: z.string().nullable().describe("The recipient's name; null once the address is deleted."),
    place: z.string().nullable().describe("The recipient's town and country."),
    pieces: z.int().describe('How many items the shipment contains.'),
    weightGrams: z
      .int()
      .nullable()
      .describe('The measured weight, or else the total weight of the products; null if both are unknown.'),
    tracking: z.string().nullable().describe('The tracking number; null without a label.'),
    packedAt: z.date().nullable().describe('When it was marked as packed; null until then.'),
    createdAt: z.date(),
  })
  .meta({ id: 'ShipmentRow' })

type Query = z.output<typeof ShipmentQuery>

/** Lists the account's shipments, the latest first. */
export async function listShipments(db: Tx, actor: Actor, query: Query) {
  const { items, next } = await (query.search
    ? searchShipments(db, actor, query)
    : latestShipments(db, actor, query))
  const ids = items.map(({ id }) => id)
  return { items: ids.length > 0 ? await readRows(db, actor, ids) : [], next }
}

const latestShipments = (db: Tx, { account }: Actor, { status, after }: Query) =>
  pageById(db.select({ id: shipments.id }).from(shipments), shipments.id, {
    where: and(eq(shipments.accountId, account), status && eq(shipments.status, status)),
    after,
  })

/** Searches the tracking numbers and the orders, each with its own index, and returns the latest shipments of both. */
async function searchShipments(db: Tx, { account }: Actor, { search = '', status, after }: Query) {
  const [last] = readCursor(after, 1) ?? []
  const pattern = containsLowercase(search)
  const inAccount = sql`p.account_id = ${account}
    ${status ? sql`and p.status = ${status}` : sql``} ${last ? sql`and p.id < ${last}` : sql``}`
  const latestFirst = sql`order by 1 desc limit ${pageSize + 1}`
  const found = await queryRows<{ id: string }>(
    db,
    sql`(select p.id from ${shipmentTexts} p where ${inAccount} and p.text like ${pattern} ${latestFirst})
      union
      (select distinct p.id from ${orderTexts} o
        join ${shipments} p on p.account_id = o.account_id and p.id = o.shipment_id
        where ${inAccount} and o.account_id = ${account} and o.text like ${pattern} ${latestFirst})
      ${latestFirst}`,
  )
  return toPage(found, ({ id }) => [id])
}

async function readRows(db: Tx, { account }: Actor, ids: string[]): Promise<z.input<typeof ShipmentRow>[]> {
  const found = await db
    .select()
    .from(shipments)
    .where(and(eq(shipments.accountId, account), inArray(shipments.id, ids)))
    .orderBy(desc(shipments.id))
  const contents = await ordersInShipments(db, account, ids)
  return found.map((shipment) => {
    const { orders, expectedGrams } = contents(shipment.id)
    return {
      id: shipment.id,
      status: shipment.status,
      buyerName: orders[0]?.buyerName ?? null,
      codes: orders.map(({ code }) => code),
      recipient: shipment.address?.name ?? null,
      place: shipment.address && `${shipment.address.city}, ${shipment.address.country}`,
      pieces: orders.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0),
      weightGrams: shipment.weightGrams ?? expectedGrams,
      tracking: shipment.tracking,
      packedAt: shipment.packedAt,
      createdAt: shipment.createdAt,
    }
  })
}
