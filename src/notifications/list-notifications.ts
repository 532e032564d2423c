import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { may } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import {
  listNotificationSettings,
  type NotificationKind,
  notificationKinds,
} from './notification-settings.ts'

/** Counting stops at this number for each kind. */
export const maxCounted = 100

/** What waits for the person in this account: for each kind a count and the first item. */
export const NotificationList = z.object({
  items: z.array(
    z
      .object({
        kind: z.enum(notificationKinds),
        count: z.int().describe('How many things wait; counting stops at `most`.'),
        first: z
          .object({ id: z.string(), name: z.string().nullable() })
          .describe(
            "The first of them: the id of the conversation or order, and the name of the buyer or shop, or the order's code. The name is null for a deleted account.",
          ),
      })
      .meta({ id: 'Notification' }),
  ),
  most: z.int(),
  next: z.null(),
})

/**
 * For each kind, a function that finds what waits for the actor: at most `limit` items, beginning with the one to show
 * first. Each area has its own function; `server/routes.ts` puts them together, so that this room depends on no area.
 */
export type FindWaiting = Record<
  NotificationKind,
  (db: Tx, actor: Actor, limit: number) => Promise<{ id: string; name: string | null }[]>
>

/** Lists the kinds that the actor may act on and has not switched off. Kinds with nothing waiting are left out. */
export async function listNotifications(
  db: Tx,
  actor: Actor,
  findWaiting: FindWaiting,
): Promise<z.input<typeof NotificationList>> {
  const wanted = await listNotificationSettings(db)
  const items: z.input<typeof NotificationList>['items'] = []
  for (const { kind, bell, permission } of wanted.items) {
    if (!bell || !may(actor.role, permission)) continue
    const found = await findWaiting[kind](db, actor, maxCounted)
    if (found[0]) items.push({ kind, count: found.length, first: found[0] })
  }
  return { items, most: maxCounted, next: null }
}
