import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { accounts, members, people } from '../door/tables.ts'
import { tell } from '../ground/bus.ts'
import type { Config } from '../ground/config.ts'
import { rows, type Tx } from '../ground/db.ts'
import { line } from '../ground/text.ts'
import * as passwords from '../identity/passwords.ts'
import { username } from '../identity/usernames.ts'
import { held, roles } from '../permissions.ts'

export const AccountView = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    currency: z.string(),
    /** Of whoever asks. */
    role: z.enum(roles),
    permissions: z.array(z.string()),
    owner: z.object({ name: z.string(), username: z.string() }),
    createdAt: z.date(),
    /** Where to ask for a transfer; null if the operator named none. */
    supportEmail: z.string().nullable(),
  })
  .meta({ id: 'Account' })

export const AccountChange = z.strictObject({ username: username.optional(), name: line(80).optional() })

export async function show(db: Tx, actor: Actor, { supportEmail }: Config) {
  const [found] = await db
    .select({
      id: accounts.id,
      username: accounts.username,
      name: accounts.name,
      currency: accounts.currency,
      createdAt: accounts.createdAt,
      ownerName: people.name,
      ownerUsername: sql<string>`coalesce((select h.username from handles h where h.person_id = ${people.id}), ${accounts.username})`,
    })
    .from(accounts)
    .innerJoin(members, and(eq(members.accountId, accounts.id), eq(members.role, 'owner')))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(accounts.id, actor.account))
  if (!found) throw new Refusal('not_found')
  const { ownerName, ownerUsername, ...account } = found
  return {
    ...account,
    role: actor.role,
    permissions: held(actor.role),
    owner: { name: ownerName, username: ownerUsername },
    supportEmail: supportEmail ?? null,
  }
}

/** A changed username stays the account's for 30 days more and leads to the new one. @throws Refusal username_taken */
export async function change(db: Tx, actor: Actor, input: z.output<typeof AccountChange>, config: Config) {
  const before = await show(db, actor, config)
  if (input.username !== undefined && input.username !== before.username) {
    const [claim] = await rows<{ done: boolean }>(db, sql`select rename_account(${input.username}) as done`)
    if (!claim?.done) throw new Refusal('username_taken', {}, [{ field: 'username', code: 'taken' }])
    await record(db, actor, {
      act: 'account.username_changed',
      details: { from: before.username, to: input.username },
    })
  }
  if (input.name !== undefined && input.name !== before.name) {
    await db.update(accounts).set({ name: input.name }).where(eq(accounts.id, actor.account))
    await record(db, actor, { act: 'account.renamed', details: { from: before.name, to: input.name } })
  }
  await tell(db, { kind: 'changed', account: actor.account, what: 'account' })
  return show(db, actor, config)
}

/** The account's password is its Owner's. */
export async function changePassword(
  db: Tx,
  actor: Actor,
  input: z.output<typeof passwords.PasswordChange>,
  house: House,
) {
  await passwords.change(db, actor, input, house)
  await record(db, actor, { act: 'account.password_changed' })
  return {}
}
