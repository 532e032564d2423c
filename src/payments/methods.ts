import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { invalid, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { holdMethods } from '../door/locks.ts'
import { record } from '../door/record.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import type { Worker } from '../ground/jobs.ts'
import type { Connected, Provider } from './provider.ts'
import { paymentMethods } from './tables.ts'

/** A card as it is typed. Spaces and hyphens in its number do not count. */
export const NewMethod = z.strictObject({
  number: z
    .string()
    .max(40)
    .overwrite((text) => text.replaceAll(/[\s-]/g, ''))
    .regex(/^\d{12,19}$/),
  expMonth: z.int().min(1).max(12),
  expYear: z.int().min(2000).max(2100),
  cvc: z.string().regex(/^\d{3,4}$/),
})

export const Method = z
  .object({
    id: z.string(),
    brand: z.string(),
    last4: z.string(),
    expMonth: z.int(),
    expYear: z.int(),
    /** Offered first. */
    preferred: z.boolean(),
    createdAt: z.date(),
  })
  .meta({ id: 'PaymentMethod' })

/** How a method is shown: "Visa •• 4242". */
export const label = ({ brand, last4 }: { brand: string; last4: string }) =>
  `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •• ${last4}`

/** @throws Refusal cards_elsewhere, invalid or card_refused */
export async function ask({ cards }: Provider, card: z.output<typeof NewMethod>) {
  if (cards.by !== 'card') throw new Refusal('cards_elsewhere')
  const end = Date.UTC(card.expYear, card.expMonth)
  if (end <= Date.now()) throw invalid('expYear', 'past')
  const connected = await cards.connect(card)
  if ('declined' in connected) throw new Refusal('card_refused', { decline: connected.declined })
  return connected
}

export async function connect(db: Tx, actor: Actor, { name: provider }: Provider, connected: Connected) {
  await holdMethods(db, actor.account)
  const id = newId('paymentMethod')
  const others = await list(db, actor)
  await db
    .insert(paymentMethods)
    .values({ accountId: actor.account, id, provider, ...connected, preferred: others.items.length === 0 })
  await done(db, actor, 'money.method_connected', { id, name: label(connected) })
  return find(db, actor, id)
}

/**
 * Connects what was connected at the provider's, once: whoever comes back with it again is given the same method.
 * @throws Refusal card_not_connected for one that was removed since
 */
export async function connectOnce(db: Tx, actor: Actor, provider: Provider, connected: Connected) {
  await holdMethods(db, actor.account)
  const { account } = actor
  const [before] = await db
    .select()
    .from(paymentMethods)
    .where(
      and(
        eq(paymentMethods.accountId, account),
        eq(paymentMethods.provider, provider.name),
        eq(paymentMethods.ref, connected.ref),
      ),
    )
  if (before?.removedAt) throw new Refusal('card_not_connected')
  return before ?? connect(db, actor, provider, connected)
}

/** What the provider calls a method that the account has, or had. */
export async function known(db: Tx, { account }: Actor, { name }: Provider): Promise<string | undefined> {
  const [found] = await db
    .select({ ref: paymentMethods.ref })
    .from(paymentMethods)
    .where(and(eq(paymentMethods.accountId, account), eq(paymentMethods.provider, name)))
    .limit(1)
  return found?.ref
}

export async function remove(db: Tx, actor: Actor, { name, cards }: Provider, id: string) {
  const method = await find(db, actor, id)
  await db.update(paymentMethods).set({ removedAt: sql`now()`, preferred: false }).where(mine(actor, id))
  if (cards.by === 'hosted' && method.provider === name) await db.enqueue(queue, { ref: method.ref })
  await done(db, actor, 'money.method_removed', { id, name: label(method) })
  return {}
}

const queue = 'forget-cards'

/** What was removed here, the provider lets go of: after the commit. */
export const forgetWorker = ({ cards }: Provider): Worker => ({
  queue,
  retries: 10,
  run: async ({ ref }: { ref: string }) => {
    if (cards.by === 'hosted') await cards.forget(ref)
  },
})

export async function prefer(db: Tx, actor: Actor, id: string) {
  const method = await find(db, actor, id)
  await db
    .update(paymentMethods)
    .set({ preferred: sql`${paymentMethods.id} = ${id}` })
    .where(eq(paymentMethods.accountId, actor.account))
  await done(db, actor, 'money.method_preferred', { id, name: label(method) })
  return find(db, actor, id)
}

/** Those that can be paid with, the preferred one first. */
export async function list(db: Tx, { account }: Actor) {
  const items = await db
    .select()
    .from(paymentMethods)
    .where(and(eq(paymentMethods.accountId, account), isNull(paymentMethods.removedAt)))
    .orderBy(desc(paymentMethods.preferred), asc(paymentMethods.id))
  return { items, next: null }
}

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string) {
  const [found] = await db.select().from(paymentMethods).where(mine(actor, id))
  if (!found) throw new Refusal('not_found')
  return found
}

const mine = ({ account }: Actor, id: string) =>
  and(eq(paymentMethods.accountId, account), eq(paymentMethods.id, id), isNull(paymentMethods.removedAt))

async function done(db: Tx, actor: Actor, act: `money.${string}`, subject: { id: string; name: string }) {
  await record(db, actor, { act, subject })
  await tell(db, {
    kind: 'changed',
    account: actor.account,
    what: 'payment-methods',
    permission: 'money.spend',
  })
}
