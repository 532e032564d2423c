import { and, eq, isNull } from 'drizzle-orm'
import { may, type Role } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import { stopBroadcastIf } from './stop-without-host.ts'
import { broadcasts } from './tables.ts'

/**
 * Stops the broadcasts of a member whose access ended or whose role changed, in the same transaction.
 * @param role the new role; null: the member has left
 * @returns the shows that were stopped
 */
export async function stopBroadcastsOf(
  tx: Tx,
  account: string,
  person: string,
  role: Role | null,
): Promise<{ show: string; host: string }[]> {
  if (role && may(role, 'shows.host')) return []
  const hosted = await tx
    .select({ show: broadcasts.showId, host: broadcasts.personName })
    .from(broadcasts)
    .where(
      and(eq(broadcasts.accountId, account), eq(broadcasts.personId, person), isNull(broadcasts.endedAt)),
    )
  for (const { show } of hosted)
    await stopBroadcastIf(tx, account, show, 'access_ended', ({ personId }) => personId === person)
  return hosted
}
