import type { Shown } from '../door/live.ts'
import type { Database } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { rowOf } from './listing.ts'
import { shown } from './published.ts'

/** Which show a live connection is for: a published one, or for a member any of the account's, rehearsals too. */
export const watchable =
  (database: Database): Shown =>
  async (show, member) => {
    if (!member) {
      const { accountId } = await within(database, { as: 'public' }, (db) => shown(db, show))
      return { account: accountId, show }
    }
    const { account, person } = member
    await within(database, { as: 'account', account, person }, (db) => rowOf(db, account, show))
    return { account, show }
  }
