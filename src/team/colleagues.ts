import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import { members, people, unended } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { type Permission, permissions } from '../permissions.ts'

/** Another member of the actor's account, if they hold the permission. */
export async function colleague(
  db: Tx,
  { account }: Pick<Actor, 'account'>,
  member: string,
  permission: Permission,
): Promise<{ person: string; name: string } | undefined> {
  const [found] = await db
    .select({ person: people.id, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.accountId, account),
        eq(members.id, member),
        inArray(members.role, [...permissions[permission].roles]),
        unended,
      ),
    )
  return found
}
