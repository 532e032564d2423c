import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '../access/gate.ts'
import { hasAccess, members, people } from '../access/tables.ts'
import { type Permission, permissions } from '../permissions.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'

/** Finds another member of the actor's account, if that member has the permission. */
export async function findOtherMember(
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
        byKey(members, account, member),
        inArray(members.role, [...permissions[permission].roles]),
        hasAccess,
      ),
    )
  return found
}
