import type { Actor } from '../access/gate.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { publishShowChange } from './show-events.ts'
import { shows } from './tables.ts'

/**
 * Sets how many seconds a person must wait between two lines in the show's chat.
 * @throws Refusal not_found
 */
export async function setSlowMode(
  db: Tx,
  { account }: Actor,
  id: string,
  slowSeconds: number,
): Promise<void> {
  await db
    .update(shows)
    .set({ slowSeconds })
    .where(byKey(shows, account, id))
  await publishShowChange(db, { account, show: id })
}
