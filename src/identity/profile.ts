import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '../access/gate.ts'
import { accounts, hasAccess, members, people } from '../access/tables.ts'
import { permissionsOf, roles } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import { singleLine } from '../platform/text-schemas.ts'
import { identityLimits } from './vocabulary.ts'

const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.enum(['en', 'fr']).describe('The language of mails and pages.'),
  twoFactor: z.boolean().describe('Whether signing in asks for a second factor.'),
  createdAt: z.date(),
})

export const Profile = z.object({
  person: PersonView,
  accounts: z.array(
    z.object({
      id: z.string(),
      username: z.string(),
      name: z.string(),
      currency: z.string().describe('The ISO 4217 code of the currency in which the account sells.'),
      role: z.enum(roles).describe("The person's role on this account."),
      permissions: z.array(z.string()).describe('What that role allows.'),
      endsAt: z.date().nullable().describe("When the person's access ends by itself; null: never."),
      closing: z
        .object({ eraseAt: z.date().describe('When the account is erased.') })
        .nullable()
        .describe('Set while the account is being deleted. During that time, only its Owner can see it.'),
    }),
  ),
})

export const ProfileChange = z.strictObject({
  name: singleLine(identityLimits.name).optional(),
  language: z.enum(['en', 'fr']).optional(),
})

/** Reads the person and the accounts that they are a member of, their own account first. */
export async function readProfile(db: Tx, { person }: Person) {
  const [self] = await db.select(view).from(people).where(eq(people.id, person))
  const found = await db
    .select({
      id: accounts.id,
      username: accounts.username,
      name: accounts.name,
      currency: accounts.currency,
      role: members.role,
      endsAt: members.endsAt,
      eraseAt: accounts.eraseAt,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(eq(members.personId, person), hasAccess, or(isNull(accounts.eraseAt), eq(members.role, 'owner'))),
    )
    .orderBy(sql`${members.role} = 'owner' desc`, asc(accounts.name), asc(accounts.id))
  return {
    person: self as NonNullable<typeof self>,
    accounts: found.map(({ eraseAt, ...account }) => ({
      ...account,
      permissions: permissionsOf(account.role),
      closing: eraseAt && { eraseAt },
    })),
  }
}

export async function changeProfile(db: Tx, actor: Person, input: z.output<typeof ProfileChange>) {
  await db
    .update(people)
    .set({ ...defined(input), updatedAt: sql`now()` })
    .where(eq(people.id, actor.person))
  return (await readProfile(db, actor)).person
}

const view = {
  id: people.id,
  name: people.name,
  email: people.email,
  language: people.language,
  twoFactor: people.twoFactorEnabled,
  createdAt: people.createdAt,
}

const defined = ({ name, language }: z.output<typeof ProfileChange>) => ({
  ...(name !== undefined && { name }),
  ...(language !== undefined && { language }),
})

export { PersonView }
