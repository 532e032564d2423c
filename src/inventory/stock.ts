import { and, desc, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { line } from '../ground/text.ts'
import { note as record, subjectOf } from './notes.ts'
import { movements, reasons } from './tables.ts'

export const NewMovement = z.strictObject({
  /** Signed: what came in or, below zero, went out. */
  quantity: z
    .int()
    .min(-1_000_000)
    .max(1_000_000)
    .refine((quantity) => quantity !== 0, { params: { code: 'format' } }),
  reason: z.enum(reasons).exclude(['initial', 'sold', 'cancelled']),
  note: line(200, 0).optional(),
})
export const MovementQuery = z.strictObject({ after })

export const Movement = z
  .object({
    id: z.string(),
    quantity: z.int(),
    reason: z.enum(reasons),
    note: z.string(),
    person: z.object({ name: z.string() }),
    at: z.date(),
  })
  .meta({ id: 'Movement' })

type Moved = { quantity: number; reason: (typeof reasons)[number]; note: string }

/** Adds to the product's ledger. The database refuses what would leave less than nothing (SD003). */
export async function addMovement(db: Tx, actor: Actor, product: string, moved: Moved) {
  const [made] = await db
    .insert(movements)
    .values({
      accountId: actor.account,
      id: newId('movement'),
      productId: product,
      personId: actor.person,
      personName: actor.name,
      ...moved,
    })
    .returning()
  return view(made as typeof movements.$inferSelect)
}

/** Moves stock by hand. */
export async function move(
  db: Tx,
  actor: Actor,
  product: { id: string; title: string },
  { quantity, reason, note = '' }: z.output<typeof NewMovement>,
) {
  const movement = await addMovement(db, actor, product.id, { quantity, reason, note })
  await record(db, actor, {
    act: 'inventory.stock_moved',
    subject: subjectOf(product),
    details: { quantity, reason },
  })
  return movement
}

/** The product's ledger, the latest first. */
export async function list(db: Tx, actor: Actor, product: string, query: z.output<typeof MovementQuery>) {
  const [last] = readCursor(query.after, 1) ?? []
  const found = await db
    .select()
    .from(movements)
    .where(
      and(
        eq(movements.accountId, actor.account),
        eq(movements.productId, product),
        last ? lt(movements.id, last) : undefined,
      ),
    )
    .orderBy(desc(movements.id))
    .limit(pageSize + 1)
  const { items, next } = toPage(found, ({ id }) => [id])
  return { items: items.map(view), next }
}

const view = ({ id, quantity, reason, note, personName, createdAt }: typeof movements.$inferSelect) => ({
  id,
  quantity,
  reason,
  note,
  person: { name: personName },
  at: createdAt,
})
