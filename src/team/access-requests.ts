import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { hasAccess, members, people } from '../access/tables.ts'
import { invalidField } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { givenRoles, may, permissionNames, permissions } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import { translate } from '../platform/format/i18n.ts'

export const AccessRequest = z.strictObject({ permission: z.enum(permissionNames) })
export const AccessRequestResult = z.object({ names: z.array(z.string()) })

/**
 * Mails the members who manage the team that the actor asks for a permission.
 * @throws Refusal invalid if the actor has the permission, or if no role that can be given includes it
 */
export async function requestAccess(
  db: Tx,
  actor: Actor,
  { permission }: z.output<typeof AccessRequest>,
  { sendMail }: Services,
) {
  const canBeGiven = givenRoles.some((role) => may(role, permission))
  if (may(actor.role, permission) || !canBeGiven) throw invalidField('permission', 'format')
  const managers = await db
    .select({ name: people.name, email: people.email, language: people.language })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.accountId, actor.account),
        inArray(members.role, [...permissions['team.manage'].roles]),
        hasAccess,
      ),
    )
  await recordAct(db, actor, { act: 'team.access_asked', details: { permission } })
  for (const { email, language } of managers) {
    await sendMail(db, {
      to: email,
      kind: 'access_asked',
      language,
      url: `/dashboard/${actor.account}/settings/team`,
      account: actor.account,
      about: {
        name: actor.name,
        account: actor.accountName,
        role: translate(language)(`common:roles.${actor.role}`),
        permission: permissions[permission].name[language],
        can: permissions[permission].can[language],
      },
    })
  }
  return { names: managers.map(({ name }) => name) }
}
