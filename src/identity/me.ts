import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '../door/gate.ts'
import { accounts, members, people, unended } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { line } from '../ground/text.ts'
import { held, roles } from '../permissions.ts'

const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.enum(['en', 'fr']),
  twoFactor: z.boolean(),
  createdAt: z.date(),
})

export const Me = z.object({
  person: PersonView,
  accounts: z.array(
    z.object({
      id: z.string(),
      username: z.string(),
      name: z.string(),
      currency: z.string(),
      role: z.enum(roles),
      permissions: z.array(z.string()),
      endsAt: z.date().nullable(),
      /** Only its Owner still sees an account that is being deleted. */
      closing: z.object({ eraseAt: z.date() }).nullable(),
    }),
  ),
})

export const PersonChange = z.strictObject({
  name: line(80).optional(),
  language: z.enum(['en', 'fr']).optional(),
})

/** The person and the accounts that they work for, their own first. */
export async function me(db: Tx, { person }: Person) {
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
      and(eq(members.personId, person), unended, or(isNull(accounts.eraseAt), eq(members.role, 'owner'))),
    )
    .orderBy(sql`${members.role} = 'owner' desc`, asc(accounts.name), asc(accounts.id))
  return {
    person: self as NonNullable<typeof self>,
    accounts: found.map(({ eraseAt, ...account }) => ({
      ...account,
      permissions: held(account.role),
      closing: eraseAt && { eraseAt },
    })),
  }
}

export async function change(db: Tx, actor: Person, input: z.output<typeof PersonChange>) {
  await db
    .update(people)
    .set({ ...defined(input), updatedAt: sql`now()` })
    .where(eq(people.id, actor.person))
  return (await me(db, actor)).person
}

const view = {
  id: people.id,
  name: people.name,
  email: people.email,
  language: people.language,
  twoFactor: people.twoFactorEnabled,
  createdAt: people.createdAt,
}

const defined = ({ name, language }: z.output<typeof PersonChange>) => ({
  ...(name !== undefined && { name }),
  ...(language !== undefined && { language }),
})

export { PersonView }
