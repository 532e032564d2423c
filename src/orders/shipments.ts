import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import { rows, type Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { line } from '../ground/text.ts'
import { ordersIn } from './contents.ts'
import { shipmentStates, shipments } from './tables.ts'
import { containing, orderTexts, parcelTexts } from './texts.ts'

export const ShipmentQuery = z.strictObject({
  /** In the tracking number, the orders' codes, the buyer's name and what is in it. */
  search: line(200, 0).optional(),
  status: z.enum(shipmentStates).optional(),
  after,
})

/** A parcel in a list. */
export const ShipmentRow = z
  .object({
    id: z.string(),
    status: z.enum(shipmentStates),
    /** Null once that account is deleted, or nothing is left in it. */
    buyerName: z.string().nullable(),
    /** The orders in it, by what people call them. */
    codes: z.array(z.string()),
    /** Who it goes to, where. */
    recipient: z.string().nullable(),
    place: z.string().nullable(),
    pieces: z.int(),
    /** As weighed, or else what the products in it weigh together. */
    weightGrams: z.int().nullable(),
    tracking: z.string().nullable(),
    packedAt: z.date().nullable(),
    createdAt: z.date(),
  })
  .meta({ id: 'ShipmentRow' })

type Query = z.output<typeof ShipmentQuery>

/** The parcels of the account, the latest first. */
export async function list(db: Tx, actor: Actor, query: Query) {
  const found = await (query.search ? searched(db, actor, query) : latest(db, actor, query))
  const { items, next } = toPage(found, ({ id }) => [id])
  const ids = items.map(({ id }) => id)
  return { items: ids.length > 0 ? await rowsOf(db, actor, ids) : [], next }
}

function latest(db: Tx, { account }: Actor, { status, after }: Query) {
  const [last] = readCursor(after, 1) ?? []
  return db
    .select({ id: shipments.id })
    .from(shipments)
    .where(
      and(
        eq(shipments.accountId, account),
        status && eq(shipments.status, status),
        last ? lt(shipments.id, last) : undefined,
      ),
    )
    .orderBy(desc(shipments.id))
    .limit(pageSize + 1)
}

/** By the parcel's number, and by the orders in it: each by its own index, and then the latest of both. */
function searched(db: Tx, { account }: Actor, { search = '', status, after }: Query) {
  const [last] = readCursor(after, 1) ?? []
  const asked = containing(search)
  const mine = sql`p.account_id = ${account}
    ${status ? sql`and p.status = ${status}` : sql``} ${last ? sql`and p.id < ${last}` : sql``}`
  const most = sql`order by 1 desc limit ${pageSize + 1}`
  return rows<{ id: string }>(
    db,
    sql`(select p.id from ${parcelTexts} p where ${mine} and p.text like ${asked} ${most})
      union
      (select distinct p.id from ${orderTexts} o
        join ${shipments} p on p.account_id = o.account_id and p.id = o.shipment_id
        where ${mine} and o.account_id = ${account} and o.text like ${asked} ${most})
      ${most}`,
  )
}

async function rowsOf(db: Tx, { account }: Actor, ids: string[]): Promise<z.input<typeof ShipmentRow>[]> {
  const found = await db
    .select()
    .from(shipments)
    .where(and(eq(shipments.accountId, account), inArray(shipments.id, ids)))
    .orderBy(desc(shipments.id))
  const contents = await ordersIn(db, account, ids)
  return found.map((parcel) => {
    const { orders, expectedGrams } = contents(parcel.id)
    return {
      ...parcel,
      buyerName: orders[0]?.buyerName ?? null,
      codes: orders.map(({ code }) => code),
      recipient: parcel.address?.name ?? null,
      place: parcel.address && `${parcel.address.city}, ${parcel.address.country}`,
      pieces: orders.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0),
      weightGrams: parcel.weightGrams ?? expectedGrams,
    }
  })
}
