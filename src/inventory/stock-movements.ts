import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import type { Tx } from '../platform/database/database.ts'
import { cursorParam, pageById } from '../platform/database/keyset-page.ts'
import { newId } from '../platform/ids.ts'
import { singleLine } from '../platform/text-schemas.ts'
import { productSubject, logAndNotify as record } from './log-and-notify.ts'
import { stockMovements } from './tables.ts'
import { manualMovementReasons, movementReasons, productLimits } from './vocabulary.ts'

export const NewStockMovement = z.strictObject({
  quantity: z
    .int()
    .min(-1_000_000)
    .max(1_000_000)
    .refine((quantity) => quantity !== 0, { params: { code: 'format' } })
    .describe('How many items are added to stock, or taken from it if negative.'),
  reason: z.enum([...manualMovementReasons.in, ...manualMovementReasons.out]),
  note: singleLine(productLimits.movementNote, 0).optional(),
})
export const StockMovementQuery = z.strictObject({ after: cursorParam })

export const StockMovement = z
  .object({
    id: z.string(),
    quantity: z.int().describe('How many items were added to stock, or taken from it if negative.'),
    reason: z.enum(movementReasons),
    note: z.string().describe("The member's note; for a sale, the id of the order, auction or giveaway."),
    by: z
      .string()
      .describe("The name of the member who changed the stock; for a sale, of the buyer's account."),
    at: z.date(),
  })
  .meta({ id: 'Movement' })

type Moved = { quantity: number; reason: (typeof movementReasons)[number]; note: string }

/** Adds a stock movement. The database refuses one that would make the stock negative (SD003). */
export async function addStockMovement(db: Tx, actor: Actor, product: string, moved: Moved) {
  const [added] = await db
    .insert(stockMovements)
    .values({
      accountId: actor.account,
      id: newId('movement'),
      productId: product,
      personId: actor.person,
      personName: actor.name,
      ...moved,
    })
    .returning()
  return toMovementView(added as typeof stockMovements.$inferSelect)
}

/**
 * Changes the stock as a member's own decision, and records it.
 * @throws Refusal stock_too_low (by the database)
 */
export async function moveStock(
  db: Tx,
  actor: Actor,
  product: { id: string; title: string },
  { quantity, reason, note = '' }: z.output<typeof NewStockMovement>,
) {
  const movement = await addStockMovement(db, actor, product.id, { quantity, reason, note })
  await record(db, actor, {
    act: 'inventory.stock_moved',
    subject: productSubject(product),
    details: { quantity, reason },
  })
  return movement
}

/** Lists the product's stock movements, the latest first. */
export async function listStockMovements(
  db: Tx,
  actor: Actor,
  product: string,
  query: z.output<typeof StockMovementQuery>,
) {
  const { items, next } = await pageById(db.select().from(stockMovements), stockMovements.id, {
    where: and(eq(stockMovements.accountId, actor.account), eq(stockMovements.productId, product)),
    after: query.after,
  })
  return { items: items.map(toMovementView), next }
}

const toMovementView = ({
  id,
  quantity,
  reason,
  note,
  personName,
  createdAt,
}: typeof stockMovements.$inferSelect): z.input<typeof StockMovement> => ({
  id,
  quantity,
  reason,
  note,
  by: personName,
  at: createdAt,
})
