import { eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../platform/database/database.ts'
import { containsPattern } from '../platform/text-schemas.ts'
import { conversations, searchableEntries } from './tables.ts'

/** The index consists of groups of three letters, so it cannot find a shorter text. */
const minIndexedLength = 3
/** A word with this many matches counts as common. */
const commonWordMatches = 2000

/**
 * The condition for conversations that contain the search text, or whose buyer's name contains it. A text of one or two
 * letters is looked for only in the names. For a rare word, the index finds all matches. A common word is found faster
 * by reading the latest conversations, because the index would first collect all matches.
 */
export async function conversationsContaining(db: Tx, search: string): Promise<SQL> {
  const pattern = sql`lower(${containsPattern(search)})`
  if (search.length < minIndexedLength) return like(sql`lower(${conversations.buyerName})`, pattern)
  const matches = like(searchableEntries.text, pattern)
  const found = await db
    .select({ id: searchableEntries.conversationId })
    .from(searchableEntries)
    .where(matches)
    .limit(commonWordMatches)
  if (found.length < commonWordMatches)
    return found.length === 0 ? sql`false` : inArray(conversations.id, uniqueIds(found))
  // `offset 0` keeps the planner from rewriting this as a join.
  return sql`exists (select from ${searchableEntries}
    where ${eq(searchableEntries.conversationId, conversations.id)} and ${matches} offset 0)`
}

const uniqueIds = (found: { id: string }[]) => [...new Set(found.map(({ id }) => id))]
