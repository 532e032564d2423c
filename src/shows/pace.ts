import { and, eq } from 'drizzle-orm'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { shows } from './tables.ts'
import { tellChange } from './telling.ts'

/** Sets how long one person waits between two lines in the show's chat. */
export async function slow(db: Tx, { account }: Actor, id: string, slowSeconds: number): Promise<void> {
  await db
    .update(shows)
    .set({ slowSeconds })
    .where(and(eq(shows.accountId, account), eq(shows.id, id)))
  await tellChange(db, { account, show: id })
}
