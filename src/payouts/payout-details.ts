import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { provePassword } from '../identity/passwords.ts'
import { identityLimits } from '../identity/vocabulary.ts'
import type { Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { seal } from '../platform/secrets.ts'
import { bankSecret, maskedDetails, type NewPayoutDetails } from './bank-accounts.ts'
import { payoutDetails, payouts } from './tables.ts'

/** The purpose for which the bank numbers are sealed. They cannot be opened for another purpose. */
export const payoutSealPurpose = 'payout details'

export const DetailsRemoval = z.strictObject({
  password: z
    .string()
    .max(identityLimits.password.max)
    .optional()
    .describe("The Owner's password. Without it, the answer is 428 `proof_required`."),
})

export const PayoutDetails = z
  .object({
    kind: z.enum(['iban', 'us']).describe('`us`: a routing number and an account number.'),
    holder: z.string().describe("The name of the bank account's holder."),
    masked: z.string().describe('The last four characters of the number, such as "•••• 3000".'),
    country: z.string().describe("The ISO 3166-1 code of the bank's country."),
    updatedAt: z.date(),
  })
  .meta({ id: 'PayoutDetails' })
export const PayoutDetailsAnswer = z.object({
  details: PayoutDetails.nullable().describe('Null if no bank account is set.'),
})

export async function findPayoutDetails(
  db: Tx,
  { account }: Actor,
): Promise<z.input<typeof PayoutDetailsAnswer>> {
  const [found] = await db.select().from(payoutDetails).where(eq(payoutDetails.accountId, account))
  return { details: found ?? null }
}

/**
 * Sets the bank account for payouts.
 * @throws Refusal proof_required, wrong_password or payout_under_way
 */
export async function setPayoutDetails(
  db: Tx,
  actor: Actor,
  input: z.output<typeof NewPayoutDetails>,
  services: Services,
) {
  await provePassword(db, actor, input.password)
  await lockUnlessPayingOut(db, actor)
  const values = {
    kind: input.kind,
    holder: input.holder,
    ...maskedDetails(input),
    sealed: seal(services.config.secret, payoutSealPurpose, bankSecret(input)),
    updatedAt: sql`now()`,
  }
  await db
    .insert(payoutDetails)
    .values({ accountId: actor.account, ...values })
    .onConflictDoUpdate({ target: payoutDetails.accountId, set: values })
  await logAndMail(db, actor, services, 'payout_details_changed')
  return findPayoutDetails(db, actor)
}

/**
 * Removes the bank account for payouts.
 * @throws Refusal proof_required, wrong_password or payout_under_way
 */
export async function removePayoutDetails(
  db: Tx,
  actor: Actor,
  { password }: z.output<typeof DetailsRemoval>,
  services: Services,
) {
  await provePassword(db, actor, password)
  await lockUnlessPayingOut(db, actor)
  const removed = await db
    .delete(payoutDetails)
    .where(eq(payoutDetails.accountId, actor.account))
    .returning({ account: payoutDetails.accountId })
  if (removed.length > 0) await logAndMail(db, actor, services, 'payout_details_removed')
  return {}
}

/**
 * Locks the payout details. Refuses while a payout is under way, because that payout must go to the bank account for
 * which it was started.
 * @throws Refusal payout_under_way
 */
async function lockUnlessPayingOut(db: Tx, { account }: Actor) {
  await lockPayoutDetails(db, account)
  const [started] = await db
    .select({ id: payouts.id })
    .from(payouts)
    .where(and(eq(payouts.accountId, account), eq(payouts.status, 'started')))
    .limit(1)
  if (started) throw new Refusal('payout_under_way')
}

/** Locks the payout details until the commit, so that nobody changes them or pays out to them. */
export async function lockPayoutDetails(db: Tx, account: string) {
  const [found] = await db
    .select()
    .from(payoutDetails)
    .where(eq(payoutDetails.accountId, account))
    .for('update')
  return found
}

async function logAndMail(
  db: Tx,
  actor: Actor,
  { sendMail }: Services,
  kind: 'payout_details_changed' | 'payout_details_removed',
) {
  await recordAct(db, actor, { act: `money.${kind}` })
  await publish(db, {
    kind: 'changed',
    account: actor.account,
    what: 'payouts',
    permission: 'payouts.manage',
  })
  await sendMail(db, {
    to: actor.email,
    kind,
    language: actor.language,
    url: `/dashboard/${actor.account}/settings/payouts`,
    account: actor.account,
    about: { name: actor.name, account: actor.accountName },
  })
}
