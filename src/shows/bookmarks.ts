import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '../access/gate.ts'
import { people } from '../access/tables.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import type { JobWorker } from '../platform/jobs.ts'
import type { SendMail } from '../platform/mail/queue-mail.ts'
import { requirePublishedShow, toShowCard } from './public-shows.ts'
import { publicShows } from './public-views.ts'
import { bookmarks } from './tables.ts'

export const BookmarkState = z.object({ bookmarked: z.boolean() })
/** How many bookmarks a list contains at most. */
const maxBookmarks = 200

/**
 * Bookmarks a show.
 * @throws Refusal not_found
 */
export async function addBookmark(db: Tx, { person }: Person, id: string) {
  const show = await requirePublishedShow(db, id)
  await db
    .insert(bookmarks)
    .values({ personId: person, accountId: show.accountId, showId: id })
    .onConflictDoNothing()
  return { bookmarked: true }
}

export async function removeBookmark(db: Tx, { person }: Person, id: string) {
  await db.delete(bookmarks).where(and(eq(bookmarks.personId, person), eq(bookmarks.showId, id)))
  return { bookmarked: false }
}

/** Lists the shows that the person has bookmarked, the next first. Past shows are left out. */
export async function listBookmarks(db: Tx, { person }: Person) {
  const found = await db
    .select()
    .from(publicShows)
    .where(
      inArray(
        publicShows.id,
        db.select({ id: bookmarks.showId }).from(bookmarks).where(eq(bookmarks.personId, person)),
      ),
    )
    .orderBy(desc(eq(publicShows.status, 'live')), asc(publicShows.startsAt))
    .limit(maxBookmarks)
  const items = found.filter(({ status }) => status !== 'ended' && status !== 'cancelled')
  return { items: items.map(toShowCard), next: null }
}

export const showBeganQueue = 'show-began'

/** Mails the people who bookmarked a show that it has begun. */
export const showBeganWorker = (database: Database, sendMail: SendMail): JobWorker => ({
  queue: showBeganQueue,
  retries: 3,
  run: ({ account, show: id }: { account: string; show: string }) =>
    serviceTransaction(database, async (tx) => {
      const [show] = await tx.select().from(publicShows).where(eq(publicShows.id, id))
      if (show?.status !== 'live') return
      const readers = await tx
        .select({ name: people.name, to: people.email, language: people.language })
        .from(bookmarks)
        .innerJoin(people, eq(people.id, bookmarks.personId))
        .where(and(eq(bookmarks.accountId, account), eq(bookmarks.showId, id)))
      for (const { to, language, name } of readers)
        await sendMail(tx, {
          to,
          kind: 'show_began',
          language,
          url: `/shows/${id}`,
          about: { name, show: show.title, shop: show.shop },
        })
    }),
})
