import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { invalid } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import type { House } from '../door/route.ts'
import { members, people, unended } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { words } from '../ground/words.ts'
import { givenRoles, may, permissionNames, permissions } from '../permissions.ts'

export const AccessRequest = z.strictObject({ permission: z.enum(permissionNames) })
export const Asked = z.object({ names: z.array(z.string()) })

/**
 * Asks those who manage the team for a permission, by mail.
 * @throws Refusal invalid for what one has already, and for what no role that can be given includes
 */
export async function ask(
  db: Tx,
  actor: Actor,
  { permission }: z.output<typeof AccessRequest>,
  { post }: House,
) {
  const canBeGiven = givenRoles.some((role) => may(role, permission))
  if (may(actor.role, permission) || !canBeGiven) throw invalid('permission', 'format')
  const managers = await db
    .select({ name: people.name, email: people.email, language: people.language })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.accountId, actor.account),
        inArray(members.role, [...permissions['team.manage'].roles]),
        unended,
      ),
    )
  await record(db, actor, { act: 'team.access_asked', details: { permission } })
  for (const { email, language } of managers) {
    await post(db, {
      to: email,
      kind: 'access_asked',
      language,
      url: `/dashboard/${actor.account}/settings/team`,
      account: actor.account,
      about: {
        name: actor.name,
        account: actor.accountName,
        role: words(language)(`common:roles.${actor.role}`),
        permission: permissions[permission].name[language],
        can: permissions[permission].can[language],
      },
    })
  }
  return { names: managers.map(({ name }) => name) }
}
