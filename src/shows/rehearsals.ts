import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '../ground/db.ts'
import { shows } from './tables.ts'

/** Rehearsals that are on. */
export const liveRehearsals = (tx: Tx) =>
  tx
    .select({ account: shows.accountId, show: shows.id })
    .from(shows)
    .where(and(eq(shows.state, 'live'), isNotNull(shows.rehearses)))
    .limit(20)
