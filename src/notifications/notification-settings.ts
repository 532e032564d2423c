import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '../access/gate.ts'
import { type Permission, permissionNames } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import { type NotificationKind, notificationKinds, notificationSettings } from './tables.ts'

export { type NotificationKind, notificationKinds }

/** For each kind, the permission that acting on it requires, and whether there is a mail about it. */
export const notificationRules: Record<NotificationKind, { permission: Permission; mailed: boolean }> = {
  messages: { permission: 'messages.reply', mailed: true },
  replies: { permission: 'money.spend', mailed: true },
  cancellations: { permission: 'cancellations.resolve', mailed: true },
  to_ship: { permission: 'orders.fulfill', mailed: false },
}

const Setting = z.object({
  kind: z.enum(notificationKinds),
  bell: z.boolean().describe('Whether the bell lists this kind.'),
  permission: z
    .enum(permissionNames)
    .describe('The permission that a member needs in an account to be notified there.'),
  mail: z
    .boolean()
    .nullable()
    .describe('Whether the person gets mails of this kind; null if there are none.'),
})
export const NotificationSettings = z.object({ items: z.array(Setting), next: z.null() })
export const NotificationChange = z.strictObject({
  kind: z.enum(notificationKinds),
  bell: z.boolean().optional(),
  mail: z.boolean().optional(),
})

/** Lists the person's choices, which apply to all of their accounts. Every kind is on until they switch it off. */
export async function listNotificationSettings(db: Tx) {
  const chosen = await db.select().from(notificationSettings)
  const items = notificationKinds.map((kind) => {
    const own = chosen.find((one) => one.kind === kind)
    const { permission, mailed } = notificationRules[kind]
    return { kind, permission, bell: own?.bell ?? true, mail: mailed ? (own?.mail ?? true) : null }
  })
  return { items, next: null }
}

export async function changeNotificationSetting(
  db: Tx,
  { person }: Person,
  { kind, bell, mail }: z.output<typeof NotificationChange>,
) {
  await db
    .insert(notificationSettings)
    .values({ personId: person, kind, bell: bell ?? true, mail: mail ?? true })
    .onConflictDoUpdate({
      target: [notificationSettings.personId, notificationSettings.kind],
      set: {
        bell: bell ?? sql`${notificationSettings.bell}`,
        mail: mail ?? sql`${notificationSettings.mail}`,
      },
    })
  return listNotificationSettings(db)
}
