import { eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../platform/database/database.ts'
import { containsPattern } from '../platform/text-schemas.ts'
import { conversations, searchableEntries } from './tables.ts'

/** The index contains groups of three letters. */
const shortest = 3
/** The number of matches from which a word counts as common. */
const common = 2000

/**
 * The condition for conversations that contain the words, or whose buyer has this name. One or two letters are
 * searched for in the names only. For a rare word, the index finds all matches. A common word is found soon by
 * reading the latest conversations, where the index would first collect all matches.
 */
export async function conversationsSaying(db: Tx, search: string): Promise<SQL> {
  const pattern = sql`lower(${containsPattern(search)})`
  if (search.length < shortest) return like(sql`lower(${conversations.buyerName})`, pattern)
  const isSaid = like(searchableEntries.text, pattern)
  const found = await db
    .select({ id: searchableEntries.conversationId })
    .from(searchableEntries)
    .where(isSaid)
    .limit(common)
  if (found.length < common) return found.length === 0 ? sql`false` : inArray(conversations.id, unique(found))
  // `offset 0` keeps the planner from rewriting this as a join.
  return sql`exists (select from ${searchableEntries}
    where ${eq(searchableEntries.conversationId, conversations.id)} and ${isSaid} offset 0)`
}

const unique = (found: { id: string }[]) => [...new Set(found.map(({ id }) => id))]
