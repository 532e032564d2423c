import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { type Permission, permissionNames } from '../permissions.ts'
import { type NoticeKind, noticeKinds, noticeSettings } from './tables.ts'

export { type NoticeKind, noticeKinds }

/** Who may act on what a notice tells, and whether there is a mail of it. */
export const notices: Record<NoticeKind, { permission: Permission; mailed: boolean }> = {
  messages: { permission: 'messages.reply', mailed: true },
  replies: { permission: 'money.spend', mailed: true },
  cancellations: { permission: 'cancellations.resolve', mailed: true },
  to_ship: { permission: 'orders.fulfill', mailed: false },
}

const Setting = z.object({
  kind: z.enum(noticeKinds),
  bell: z.boolean(),
  /** What one must hold in an account to be told of it there. */
  permission: z.enum(permissionNames),
  /** Null: there is no mail of this kind. */
  mail: z.boolean().nullable(),
})
export const NoticeSettings = z.object({ items: z.array(Setting), next: z.null() })
export const NoticeChange = z.strictObject({
  kind: z.enum(noticeKinds),
  bell: z.boolean().optional(),
  mail: z.boolean().optional(),
})

/** What one wants to be told of, for all accounts that one works for. All of it, until one says otherwise. */
export async function list(db: Tx) {
  const chosen = await db.select().from(noticeSettings)
  const items = noticeKinds.map((kind) => {
    const own = chosen.find((one) => one.kind === kind)
    const { permission, mailed } = notices[kind]
    return { kind, permission, bell: own?.bell ?? true, mail: mailed ? (own?.mail ?? true) : null }
  })
  return { items, next: null }
}

export async function change(
  db: Tx,
  { person }: Person,
  { kind, bell, mail }: z.output<typeof NoticeChange>,
) {
  await db
    .insert(noticeSettings)
    .values({ personId: person, kind, bell: bell ?? true, mail: mail ?? true })
    .onConflictDoUpdate({
      target: [noticeSettings.personId, noticeSettings.kind],
      set: {
        bell: bell ?? sql`${noticeSettings.bell}`,
        mail: mail ?? sql`${noticeSettings.mail}`,
      },
    })
  return list(db)
}
