import type { FindWatchableShow } from '../live/live-connections.ts'
import type { Database } from '../platform/database/database.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import { findShowRow } from './account-shows.ts'
import { requirePublishedShow } from './public-shows.ts'

/**
 * Finds the show that a live connection is for: a published one or, for a member, any of the account's shows,
 * including rehearsals.
 */
export const findWatchableShow =
  (database: Database): FindWatchableShow =>
  async (show, member) => {
    if (!member) {
      const { accountId } = await inScope(database, { as: 'public' }, (db) => requirePublishedShow(db, show))
      return { account: accountId, show }
    }
    const { account } = member
    await inScope(database, scopeOf(member), (db) => findShowRow(db, account, show))
    return { account, show }
  }
