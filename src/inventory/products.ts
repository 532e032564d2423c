import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { accounts } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { note, subjectOf } from './notes.ts'
import { photosOf } from './photos.ts'
import { differing, type NewProduct, type ProductChange, view } from './product.ts'
import { addMovement } from './stock.ts'
import { products } from './tables.ts'

type New = z.output<typeof NewProduct>
type Change = z.output<typeof ProductChange>

/** @returns its id */
export async function add(db: Tx, actor: Actor, { quantity, ...given }: New): Promise<string> {
  const id = newId('product')
  await db
    .insert(products)
    .values({ ...(given as { title: string; price: number }), accountId: actor.account, id })
  if (quantity > 0) await addMovement(db, actor, id, { quantity, reason: 'initial', note: '' })
  await note(db, actor, { act: 'inventory.created', subject: subjectOf({ id, title: given.title }) })
  return id
}

export const create = async (db: Tx, actor: Actor, input: New) => find(db, actor, await add(db, actor, input))

/**
 * Writes what differs, and nothing if nothing does.
 * @throws Refusal not_found or archived
 */
export async function change(db: Tx, actor: Actor, id: string, input: Change): Promise<void> {
  const before = await row(db, actor, id)
  const changed = differing(before, input)
  const names = Object.keys(changed)
  if (names.length === 0) return
  if (before.archivedAt) throw new Refusal('archived')
  const [after] = await db
    .update(products)
    .set({ ...changed, updatedAt: sql`now()` })
    .where(byId(actor, id))
    .returning({ id: products.id, title: products.title })
  if (after)
    await note(db, actor, { act: 'inventory.edited', subject: subjectOf(after), details: { changed: names } })
}

export async function edit(db: Tx, actor: Actor, id: string, input: Change) {
  await change(db, actor, id, input)
  return find(db, actor, id)
}

/** Archived products are kept, and out of every list that does not ask for them. */
export async function setArchived(db: Tx, actor: Actor, id: string, archived: boolean): Promise<void> {
  const before = await row(db, actor, id)
  if (Boolean(before.archivedAt) === archived) return
  await db
    .update(products)
    .set({ archivedAt: archived ? sql`now()` : null })
    .where(byId(actor, id))
  const act = archived ? 'inventory.archived' : 'inventory.restored'
  await note(db, actor, { act, subject: subjectOf(before) })
}

export async function archive(db: Tx, actor: Actor, id: string) {
  await setArchived(db, actor, id, true)
  return find(db, actor, id)
}

export async function restore(db: Tx, actor: Actor, id: string) {
  await setArchived(db, actor, id, false)
  return find(db, actor, id)
}

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string) {
  const [found] = await db
    .select({ product: products, currency: accounts.currency })
    .from(products)
    .innerJoin(accounts, eq(accounts.id, products.accountId))
    .where(byId(actor, id))
  if (!found) throw new Refusal('not_found')
  const photos = await photosOf(db, actor.account, [id])
  return view(found.product, found.currency, photos.get(id) ?? [])
}

/** The product as it is kept. @throws Refusal not_found */
export async function row(db: Tx, actor: Actor, id: string) {
  const [found] = await db.select().from(products).where(byId(actor, id))
  if (!found) throw new Refusal('not_found')
  return found
}

const byId = ({ account }: Actor, id: string) => and(eq(products.accountId, account), eq(products.id, id))
