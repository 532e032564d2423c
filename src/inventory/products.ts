import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { accounts } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { newId } from '../platform/ids.ts'
import { logAndNotify, productSubject } from './log-and-notify.ts'
import { changedFields, type NewProduct, type ProductChange, toProductView } from './product.ts'
import { photosOf } from './product-photos.ts'
import { addStockMovement } from './stock-movements.ts'
import { products } from './tables.ts'

type New = z.output<typeof NewProduct>
type Change = z.output<typeof ProductChange>

/** Creates a product with its first stock. @returns the product's id */
export async function insertProduct(db: Tx, actor: Actor, { quantity, ...fields }: New): Promise<string> {
  const id = newId('product')
  await db
    .insert(products)
    .values({ ...(fields as { title: string; price: number }), accountId: actor.account, id })
  if (quantity > 0) await addStockMovement(db, actor, id, { quantity, reason: 'initial', note: '' })
  await logAndNotify(db, actor, {
    act: 'inventory.created',
    subject: productSubject({ id, title: fields.title }),
  })
  return id
}

export const createProduct = async (db: Tx, actor: Actor, input: New) =>
  findProduct(db, actor, await insertProduct(db, actor, input))

/**
 * Writes the fields that differ from the current values. Does nothing if none differs.
 * @throws Refusal not_found or archived
 */
export async function changeProduct(db: Tx, actor: Actor, id: string, input: Change): Promise<void> {
  const before = await findProductRow(db, actor, id)
  const changed = changedFields(before, input)
  const names = Object.keys(changed)
  if (names.length === 0) return
  if (before.archivedAt) throw new Refusal('archived')
  const [after] = await db
    .update(products)
    .set({ ...changed, updatedAt: sql`now()` })
    .where(byKey(products, actor.account, id))
    .returning({ id: products.id, title: products.title })
  if (after)
    await logAndNotify(db, actor, {
      act: 'inventory.edited',
      subject: productSubject(after),
      details: { changed: names },
    })
}

export async function editProduct(db: Tx, actor: Actor, id: string, input: Change) {
  await changeProduct(db, actor, id, input)
  return findProduct(db, actor, id)
}

/**
 * Archives or restores a product. Archived products are kept, but only lists that ask for them contain them.
 * @throws Refusal not_found
 */
export async function setArchived(db: Tx, actor: Actor, id: string, archived: boolean): Promise<void> {
  const before = await findProductRow(db, actor, id)
  if (Boolean(before.archivedAt) === archived) return
  await db
    .update(products)
    .set({ archivedAt: archived ? sql`now()` : null })
    .where(byKey(products, actor.account, id))
  const act = archived ? 'inventory.archived' : 'inventory.restored'
  await logAndNotify(db, actor, { act, subject: productSubject(before) })
}

export async function archiveProduct(db: Tx, actor: Actor, id: string) {
  await setArchived(db, actor, id, true)
  return findProduct(db, actor, id)
}

export async function restoreProduct(db: Tx, actor: Actor, id: string) {
  await setArchived(db, actor, id, false)
  return findProduct(db, actor, id)
}

/** @throws Refusal not_found */
export async function findProduct(db: Tx, actor: Actor, id: string) {
  const [found] = await db
    .select({ product: products, currency: accounts.currency })
    .from(products)
    .innerJoin(accounts, eq(accounts.id, products.accountId))
    .where(byKey(products, actor.account, id))
  if (!found) throw new Refusal('not_found')
  const photos = await photosOf(db, actor.account, [id])
  return toProductView(found.product, found.currency, photos.get(id) ?? [])
}

/** The product's row. @throws Refusal not_found */
export async function findProductRow(db: Tx, actor: Actor, id: string) {
  const [found] = await db
    .select()
    .from(products)
    .where(byKey(products, actor.account, id))
  if (!found) throw new Refusal('not_found')
  return found
}
