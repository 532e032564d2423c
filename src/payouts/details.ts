import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { seal } from '../ground/secrets.ts'
import * as passwords from '../identity/passwords.ts'
import { type NewDetails, secretOf, shownOf } from './bank.ts'
import { payoutDetails, payouts } from './tables.ts'

/** What the numbers are sealed for: with another purpose, they do not open. */
export const purpose = 'payout details'

export const Removal = z.strictObject({ password: z.string().max(128).optional() })

export const Details = z
  .object({
    kind: z.enum(['iban', 'us']),
    holder: z.string(),
    /** The last four of its characters: "•••• 3000". */
    masked: z.string(),
    /** Of the bank, as ISO 3166-1 has it. */
    country: z.string(),
    updatedAt: z.date(),
  })
  .meta({ id: 'PayoutDetails' })
export const Shown = z.object({ details: Details.nullable() })

export async function show(db: Tx, { account }: Actor): Promise<z.input<typeof Shown>> {
  const [found] = await db.select().from(payoutDetails).where(eq(payoutDetails.accountId, account))
  return { details: found ?? null }
}

/**
 * Where payouts go from now on.
 * @throws Refusal proof_required, wrong_password or payout_under_way
 */
export async function set(db: Tx, actor: Actor, input: z.output<typeof NewDetails>, house: House) {
  await passwords.prove(db, actor, input.password)
  await hold(db, actor)
  const values = {
    kind: input.kind,
    holder: input.holder,
    ...shownOf(input),
    sealed: seal(house.config.secret, purpose, secretOf(input)),
    updatedAt: sql`now()`,
  }
  await db
    .insert(payoutDetails)
    .values({ accountId: actor.account, ...values })
    .onConflictDoUpdate({ target: payoutDetails.accountId, set: values })
  await done(db, actor, house, 'payout_details_changed')
  return show(db, actor)
}

/** @throws Refusal proof_required, wrong_password or payout_under_way */
export async function remove(db: Tx, actor: Actor, { password }: z.output<typeof Removal>, house: House) {
  await passwords.prove(db, actor, password)
  await hold(db, actor)
  const gone = await db
    .delete(payoutDetails)
    .where(eq(payoutDetails.accountId, actor.account))
    .returning({ account: payoutDetails.accountId })
  if (gone.length > 0) await done(db, actor, house, 'payout_details_removed')
  return {}
}

/** A payout that is under way goes where it was started for: until it is settled, that does not change. */
async function hold(db: Tx, { account }: Actor) {
  await lock(db, account)
  const [started] = await db
    .select({ id: payouts.id })
    .from(payouts)
    .where(and(eq(payouts.accountId, account), eq(payouts.status, 'started')))
    .limit(1)
  if (started) throw new Refusal('payout_under_way')
}

/** The details, which nobody changes or pays out to meanwhile. */
export async function lock(db: Tx, account: string) {
  const [found] = await db
    .select()
    .from(payoutDetails)
    .where(eq(payoutDetails.accountId, account))
    .for('update')
  return found
}

async function done(
  db: Tx,
  actor: Actor,
  { post }: House,
  kind: 'payout_details_changed' | 'payout_details_removed',
) {
  await record(db, actor, { act: `money.${kind}` })
  await tell(db, { kind: 'changed', account: actor.account, what: 'payouts', permission: 'payouts.manage' })
  await post(db, {
    to: actor.email,
    kind,
    language: actor.language,
    url: `/dashboard/${actor.account}/settings/payouts`,
    account: actor.account,
    about: { name: actor.name, account: actor.accountName },
  })
}
