import { eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../ground/db.ts'
import { anywhere } from '../ground/text.ts'
import { conversations, searchedEntries } from './tables.ts'

/** The index knows groups of three letters. */
const shortest = 3
/** So many places, and more, make a word a common one. */
const common = 2000

/**
 * Conversations in which the words stand, or whose buyer is called so; words of one or two letters are looked for in
 * the buyers' names alone. The places of a rare word are found by the index; a common one is soon met on the way
 * through the latest conversations, where the index would bring all of its places at once.
 */
export async function saying(db: Tx, search: string): Promise<SQL> {
  const pattern = sql`lower(${anywhere(search)})`
  if (search.length < shortest) return like(sql`lower(${conversations.buyerName})`, pattern)
  const isSaid = like(searchedEntries.text, pattern)
  const found = await db
    .select({ id: searchedEntries.conversationId })
    .from(searchedEntries)
    .where(isSaid)
    .limit(common)
  if (found.length < common) return found.length === 0 ? sql`false` : inArray(conversations.id, unique(found))
  // The offset keeps the planner from turning this around.
  return sql`exists (select from ${searchedEntries}
    where ${eq(searchedEntries.conversationId, conversations.id)} and ${isSaid} offset 0)`
}

const unique = (found: { id: string }[]) => [...new Set(found.map(({ id }) => id))]
