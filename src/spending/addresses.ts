import { asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { singleLine } from '../platform/text-schemas.ts'
import { countries } from './countries.ts'
import { addresses } from './tables.ts'
import { addressLimits } from './vocabulary.ts'

const fields = {
  name: singleLine(addressLimits.name).describe("The recipient's name."),
  line1: singleLine(addressLimits.line1),
  line2: singleLine(addressLimits.line2, 0).optional(),
  postalCode: singleLine(addressLimits.postalCode),
  city: singleLine(addressLimits.city),
  region: singleLine(addressLimits.region, 0).optional(),
  country: z.enum(countries).describe('The ISO 3166-1 alpha-2 code of the country.'),
  preferred: z.boolean().optional(),
}
export const NewAddress = z.strictObject(fields)
export const AddressChange = z.strictObject(fields).partial()

export const Address = z
  .object({
    id: z.string(),
    name: z.string(),
    line1: z.string(),
    line2: z.string(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string(),
    country: z.string(),
    preferred: z.boolean().describe('Whether this address is offered first and is used for won auctions.'),
  })
  .meta({ id: 'Address' })

export async function createAddress(db: Tx, actor: Actor, input: z.output<typeof NewAddress>) {
  const id = newId('address')
  const first = (await listAddresses(db, actor)).items.length === 0
  const { preferred = false, line2 = '', region = '', ...rest } = input
  await db.insert(addresses).values({ accountId: actor.account, id, ...rest, line2, region })
  if (preferred || first) await prefer(db, actor, id)
  return logAndPublish(db, actor, id, 'spending.address_added')
}

/**
 * Changes an address.
 * @throws Refusal not_found
 */
export async function editAddress(db: Tx, actor: Actor, id: string, input: z.output<typeof AddressChange>) {
  await findAddress(db, actor, id)
  const { preferred, ...rest } = input
  const changed = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  if (Object.keys(changed).length > 0)
    await db
      .update(addresses)
      .set(changed)
      .where(byKey(addresses, actor.account, id))
  if (preferred) await prefer(db, actor, id)
  return logAndPublish(db, actor, id, 'spending.address_changed')
}

/**
 * Removes an address. Orders keep their own copy.
 * @throws Refusal not_found
 */
export async function removeAddress(db: Tx, actor: Actor, id: string) {
  const address = await findAddress(db, actor, id)
  await db.delete(addresses).where(byKey(addresses, actor.account, id))
  await recordAct(db, actor, { act: 'spending.address_removed', subject: { id, name: address.name } })
  await publishAddresses(db, actor)
  return {}
}

/** Lists the addresses, the preferred one first. */
export async function listAddresses(db: Tx, { account }: Actor) {
  const items = await db
    .select()
    .from(addresses)
    .where(eq(addresses.accountId, account))
    .orderBy(desc(addresses.preferred), asc(addresses.id))
  return { items, next: null }
}

/** @throws Refusal not_found */
export async function findAddress(db: Tx, actor: Actor, id: string) {
  const [found] = await db
    .select()
    .from(addresses)
    .where(byKey(addresses, actor.account, id))
  if (!found) throw new Refusal('not_found')
  return found
}

const prefer = (db: Tx, { account }: Actor, id: string) =>
  db
    .update(addresses)
    .set({ preferred: sql`${addresses.id} = ${id}` })
    .where(eq(addresses.accountId, account))

async function logAndPublish(db: Tx, actor: Actor, id: string, act: `spending.${string}`) {
  const address = await findAddress(db, actor, id)
  await recordAct(db, actor, { act, subject: { id, name: address.name } })
  await publishAddresses(db, actor)
  return address
}

const publishAddresses = (db: Tx, { account }: Actor) =>
  publish(db, { kind: 'changed', account, what: 'addresses', permission: 'money.spend' })
