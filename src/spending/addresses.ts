import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { line } from '../ground/text.ts'
import { countries } from './countries.ts'
import { addresses } from './tables.ts'

const fields = {
  /** Who receives it. */
  name: line(100),
  line1: line(120),
  line2: line(120, 0).optional(),
  postalCode: line(16),
  city: line(80),
  region: line(80, 0).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.enum(countries),
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
    /** Offered first. */
    preferred: z.boolean(),
  })
  .meta({ id: 'Address' })

export async function create(db: Tx, actor: Actor, input: z.output<typeof NewAddress>) {
  const id = newId('address')
  const first = (await list(db, actor)).items.length === 0
  const { preferred = false, line2 = '', region = '', ...rest } = input
  await db.insert(addresses).values({ accountId: actor.account, id, ...rest, line2, region })
  if (preferred || first) await prefer(db, actor, id)
  return done(db, actor, id, 'spending.address_added')
}

/** @throws Refusal not_found */
export async function edit(db: Tx, actor: Actor, id: string, input: z.output<typeof AddressChange>) {
  await find(db, actor, id)
  const { preferred, ...rest } = input
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length > 0) await db.update(addresses).set(given).where(mine(actor, id))
  if (preferred) await prefer(db, actor, id)
  return done(db, actor, id, 'spending.address_changed')
}

/** What was sent there keeps its address. */
export async function remove(db: Tx, actor: Actor, id: string) {
  const address = await find(db, actor, id)
  await db.delete(addresses).where(mine(actor, id))
  await record(db, actor, { act: 'spending.address_removed', subject: { id, name: address.name } })
  await tellAddresses(db, actor)
  return {}
}

/** The preferred one first. */
export async function list(db: Tx, { account }: Actor) {
  const items = await db
    .select()
    .from(addresses)
    .where(eq(addresses.accountId, account))
    .orderBy(desc(addresses.preferred), asc(addresses.id))
  return { items, next: null }
}

/** @throws Refusal not_found */
export async function find(db: Tx, actor: Actor, id: string) {
  const [found] = await db.select().from(addresses).where(mine(actor, id))
  if (!found) throw new Refusal('not_found')
  return found
}

const prefer = (db: Tx, { account }: Actor, id: string) =>
  db
    .update(addresses)
    .set({ preferred: sql`${addresses.id} = ${id}` })
    .where(eq(addresses.accountId, account))

const mine = ({ account }: Actor, id: string) => and(eq(addresses.accountId, account), eq(addresses.id, id))

async function done(db: Tx, actor: Actor, id: string, act: `spending.${string}`) {
  const address = await find(db, actor, id)
  await record(db, actor, { act, subject: { id, name: address.name } })
  await tellAddresses(db, actor)
  return address
}

const tellAddresses = (db: Tx, { account }: Actor) =>
  tell(db, { kind: 'changed', account, what: 'addresses', permission: 'money.spend' })
