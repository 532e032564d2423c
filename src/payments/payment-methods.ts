import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { lockPaymentMethods } from '../access/locks.ts'
import { invalidField, Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { databaseTime } from '../platform/database/database-time.ts'
import { publish } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import type { JobWorker } from '../platform/jobs.ts'
import type { ConnectedCard, PaymentProvider } from './provider.ts'
import { paymentMethods } from './tables.ts'
import { cvcDigits } from './vocabulary.ts'

/** The details of a card that is typed into this server's form. Spaces and hyphens in its number are ignored. */
export const NewPaymentMethod = z.strictObject({
  number: z
    .string()
    .max(40)
    .overwrite((text) => text.replaceAll(/[\s-]/g, ''))
    .regex(/^\d{12,19}$/),
  expMonth: z.int().min(1).max(12),
  expYear: z.int().min(2000).max(2100),
  cvc: z.string().regex(new RegExp(`^\\d{${cvcDigits.min},${cvcDigits.max}}$`)),
})

export const PaymentMethod = z
  .object({
    id: z.string(),
    brand: z.string().describe('Such as `visa`.'),
    last4: z.string().describe("The last four digits of the card's number."),
    expMonth: z.int(),
    expYear: z.int(),
    preferred: z.boolean().describe('Whether this method is offered first and pays for won auctions.'),
    createdAt: z.date(),
  })
  .meta({ id: 'PaymentMethod' })

/** A payment method as text, such as "Visa •• 4242". */
export const paymentMethodLabel = ({ brand, last4 }: { brand: string; last4: string }) =>
  `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •• ${last4}`

/**
 * Sends a typed card to the provider, before the card is stored.
 * @throws Refusal cards_elsewhere, invalid or card_refused
 */
export async function checkTypedCard({ cards }: PaymentProvider, card: z.output<typeof NewPaymentMethod>) {
  if (cards.by !== 'card') throw new Refusal('cards_elsewhere')
  const end = Date.UTC(card.expYear, card.expMonth)
  if (end <= databaseTime()) throw invalidField('expYear', 'past')
  const connected = await cards.connect(card)
  if ('declined' in connected) throw new Refusal('card_refused', { decline: connected.declined })
  return connected
}

export async function connectPaymentMethod(
  db: Tx,
  actor: Actor,
  { name: provider }: PaymentProvider,
  connected: ConnectedCard,
) {
  await lockPaymentMethods(db, actor.account)
  const id = newId('paymentMethod')
  const others = await listPaymentMethods(db, actor)
  await db
    .insert(paymentMethods)
    .values({ accountId: actor.account, id, provider, ...connected, preferred: others.items.length === 0 })
  await logAndPublish(db, actor, 'money.method_connected', { id, name: paymentMethodLabel(connected) })
  return findPaymentMethod(db, actor, id)
}

/**
 * Stores a payment method that was connected at the provider, once: a repeated call returns the same method.
 * @throws Refusal card_not_connected if the method was removed since then
 */
export async function connectPaymentMethodOnce(
  db: Tx,
  actor: Actor,
  provider: PaymentProvider,
  connected: ConnectedCard,
) {
  await lockPaymentMethods(db, actor.account)
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
  return before ?? connectPaymentMethod(db, actor, provider, connected)
}

/** The provider's id for a method that the account has or had. The provider finds its customer by it. */
export async function providerCustomer(
  db: Tx,
  { account }: Actor,
  { name }: PaymentProvider,
): Promise<string | undefined> {
  const [found] = await db
    .select({ ref: paymentMethods.ref })
    .from(paymentMethods)
    .where(and(eq(paymentMethods.accountId, account), eq(paymentMethods.provider, name)))
    .limit(1)
  return found?.ref
}

export async function removePaymentMethod(
  db: Tx,
  actor: Actor,
  { name, cards }: PaymentProvider,
  id: string,
) {
  const method = await findPaymentMethod(db, actor, id)
  await db
    .update(paymentMethods)
    .set({ removedAt: sql`now()`, preferred: false })
    .where(usableMethod(actor, id))
  if (cards.by === 'hosted' && method.provider === name) await db.enqueue(queue, { ref: method.ref })
  await logAndPublish(db, actor, 'money.method_removed', { id, name: paymentMethodLabel(method) })
  return {}
}

const queue = 'forget-cards'

/** Detaches removed payment methods at the provider, after the commit. */
export const detachPaymentMethodsWorker = ({ cards }: PaymentProvider): JobWorker => ({
  queue,
  retries: 10,
  run: async ({ ref }: { ref: string }) => {
    if (cards.by === 'hosted') await cards.forget(ref)
  },
})

export async function preferPaymentMethod(db: Tx, actor: Actor, id: string) {
  const method = await findPaymentMethod(db, actor, id)
  await db
    .update(paymentMethods)
    .set({ preferred: sql`${paymentMethods.id} = ${id}` })
    .where(eq(paymentMethods.accountId, actor.account))
  await logAndPublish(db, actor, 'money.method_preferred', { id, name: paymentMethodLabel(method) })
  return findPaymentMethod(db, actor, id)
}

/** Lists the payment methods that can be used, the preferred one first. */
export async function listPaymentMethods(db: Tx, { account }: Actor) {
  const items = await db
    .select()
    .from(paymentMethods)
    .where(and(eq(paymentMethods.accountId, account), isNull(paymentMethods.removedAt)))
    .orderBy(desc(paymentMethods.preferred), asc(paymentMethods.id))
  return { items, next: null }
}

/** @throws Refusal not_found */
export async function findPaymentMethod(db: Tx, actor: Actor, id: string) {
  const [found] = await db.select().from(paymentMethods).where(usableMethod(actor, id))
  if (!found) throw new Refusal('not_found')
  return found
}

const usableMethod = ({ account }: Actor, id: string) =>
  and(byKey(paymentMethods, account, id), isNull(paymentMethods.removedAt))

async function logAndPublish(
  db: Tx,
  actor: Actor,
  act: `money.${string}`,
  subject: { id: string; name: string },
) {
  await recordAct(db, actor, { act, subject })
  await publish(db, {
    kind: 'changed',
    account: actor.account,
    what: 'payment-methods',
    permission: 'money.spend',
  })
}
