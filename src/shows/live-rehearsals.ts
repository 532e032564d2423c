import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '../platform/database/database.ts'
import { shows } from './tables.ts'

/** Rehearsals that are live. */
export const findLiveRehearsals = (tx: Tx) =>
  tx
    .select({ account: shows.accountId, show: shows.id })
    .from(shows)
    .where(and(eq(shows.status, 'live'), isNotNull(shows.rehearses)))
    .limit(20)
