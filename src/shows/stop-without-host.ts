import { eq } from 'drizzle-orm'
import { recordAsClock } from '../access/audit.ts'
import { accounts } from '../access/tables.ts'
import type { Tx } from '../platform/database/database.ts'
import { type Broadcast, type BroadcastEnd, findBroadcastOnAir, stopShow } from './broadcast.ts'
import { lockShow } from './schedule-show.ts'
import type { ShowRecord } from './show.ts'

/**
 * Stops a show although no member of its team has asked for it.
 * @param which tells whether the broadcast on the air, which is read under the lock, is to be stopped
 * @returns whether it was stopped
 */
export async function stopBroadcastIf(
  tx: Tx,
  account: string,
  id: string,
  end: BroadcastEnd,
  which: (present: Broadcast) => boolean,
): Promise<boolean> {
  const show = await lockShow(tx, { account }, id)
  const present = await findBroadcastOnAir(tx, show)
  if (!present || !which(present)) return false
  await stopShow(tx, show, present, end, null)
  await recordShowAsClock(tx, show, 'shows.stopped_by_clock', { host: present.personName, end })
  return true
}

/** Records an act in a show that the clock caused. */
export async function recordShowAsClock(
  tx: Tx,
  show: ShowRecord,
  act: `shows.${string}`,
  details: Record<string, unknown>,
) {
  const [account] = await tx
    .select({ name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, show.accountId))
  await recordAsClock(
    tx,
    { id: show.accountId, name: account?.name ?? '' },
    {
      act,
      subject: { id: show.id, name: show.title },
      details,
    },
  )
}
