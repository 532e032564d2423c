import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { accounts, members, people } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { changeOwnPassword, type PasswordChange } from '../identity/passwords.ts'
import { usernameSchema } from '../identity/usernames.ts'
import { identityLimits } from '../identity/vocabulary.ts'
import { permissionsOf, roles } from '../permissions.ts'
import type { Config } from '../platform/config.ts'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { singleLine } from '../platform/text-schemas.ts'

export const AccountView = z
  .object({
    id: z.string(),
    username: z.string().describe("The account's name in addresses, such as /shops/<username>."),
    name: z.string(),
    currency: z.string().describe('The ISO 4217 code of the currency in which the account sells.'),
    role: z.enum(roles).describe("The caller's role."),
    permissions: z.array(z.string()).describe("What the caller's role allows."),
    owner: z
      .object({ name: z.string(), username: z.string() })
      .describe("The Owner's name and the username of their personal account."),
    createdAt: z.date(),
    supportEmail: z
      .string()
      .nullable()
      .describe(
        'Where the Owner asks for a transfer of the account; null if the operator configured no address.',
      ),
  })
  .meta({ id: 'Account' })

export const AccountChange = z.strictObject({
  username: usernameSchema.optional().describe('The former username leads to the new one for 30 days.'),
  name: singleLine(identityLimits.name).optional(),
})

export async function findAccount(db: Tx, actor: Actor, { supportEmail }: Config) {
  const [found] = await db
    .select({
      id: accounts.id,
      username: accounts.username,
      name: accounts.name,
      currency: accounts.currency,
      createdAt: accounts.createdAt,
      ownerName: people.name,
      ownerUsername: sql<string>`coalesce((select h.username from person_usernames h where h.person_id = ${people.id}), ${accounts.username})`,
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
    permissions: permissionsOf(actor.role),
    owner: { name: ownerName, username: ownerUsername },
    supportEmail: supportEmail ?? null,
  }
}

/**
 * Changes the name, the username or both. For 30 days, the former username stays reserved and leads to the new one.
 * @throws Refusal username_taken
 */
export async function changeAccount(
  db: Tx,
  actor: Actor,
  input: z.output<typeof AccountChange>,
  config: Config,
) {
  const before = await findAccount(db, actor, config)
  if (input.username !== undefined && input.username !== before.username) {
    const [claim] = await queryRows<{ done: boolean }>(
      db,
      sql`select rename_account(${input.username}) as done`,
    )
    if (!claim?.done) throw new Refusal('username_taken', {}, [{ field: 'username', code: 'taken' }])
    await recordAct(db, actor, {
      act: 'account.username_changed',
      details: { from: before.username, to: input.username },
    })
  }
  if (input.name !== undefined && input.name !== before.name) {
    await db.update(accounts).set({ name: input.name }).where(eq(accounts.id, actor.account))
    await recordAct(db, actor, { act: 'account.renamed', details: { from: before.name, to: input.name } })
  }
  await publish(db, { kind: 'changed', account: actor.account, what: 'account' })
  return findAccount(db, actor, config)
}

/**
 * Changes the account's password, which is its Owner's own.
 * @throws Refusal proof_required or wrong_password
 */
export async function changeAccountPassword(
  db: Tx,
  actor: Actor,
  input: z.output<typeof PasswordChange>,
  services: Services,
) {
  await changeOwnPassword(db, actor, input, services)
  await recordAct(db, actor, { act: 'account.password_changed' })
  return {}
}
