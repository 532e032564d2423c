import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '../door/gate.ts'
import { people } from '../door/tables.ts'
import { asService, type Database, type Tx } from '../ground/db.ts'
import type { Worker } from '../ground/jobs.ts'
import type { Post } from '../ground/mail.ts'
import { cardOf, shown } from './published.ts'
import { bookmarks } from './tables.ts'
import { shownShows } from './views.ts'

export const Bookmarked = z.object({ bookmarked: z.boolean() })
/** Bookmarks that a person can have open at a time. */
const most = 200

/** @throws Refusal not_found */
export async function add(db: Tx, { person }: Person, id: string) {
  const show = await shown(db, id)
  await db
    .insert(bookmarks)
    .values({ personId: person, accountId: show.accountId, showId: id })
    .onConflictDoNothing()
  return { bookmarked: true }
}

export async function remove(db: Tx, { person }: Person, id: string) {
  await db.delete(bookmarks).where(and(eq(bookmarks.personId, person), eq(bookmarks.showId, id)))
  return { bookmarked: false }
}

/** What somebody wants to see, the next first; past ones are left out. */
export async function list(db: Tx, { person }: Person) {
  const found = await db
    .select()
    .from(shownShows)
    .where(
      inArray(
        shownShows.id,
        db.select({ id: bookmarks.showId }).from(bookmarks).where(eq(bookmarks.personId, person)),
      ),
    )
    .orderBy(desc(eq(shownShows.state, 'live')), asc(shownShows.startsAt))
    .limit(most)
  const items = found.filter(({ state }) => state !== 'ended' && state !== 'cancelled')
  return { items: items.map(cardOf), next: null }
}

export const beganQueue = 'show-began'

/** Mails those who wanted to be told that a show has begun. */
export const beganWorker = (database: Database, post: Post): Worker => ({
  queue: beganQueue,
  retries: 3,
  run: ({ account, show: id }: { account: string; show: string }) =>
    asService(database, async (tx) => {
      const [show] = await tx.select().from(shownShows).where(eq(shownShows.id, id))
      if (show?.state !== 'live') return
      const waiting = await tx
        .select({ name: people.name, to: people.email, language: people.language })
        .from(bookmarks)
        .innerJoin(people, eq(people.id, bookmarks.personId))
        .where(and(eq(bookmarks.accountId, account), eq(bookmarks.showId, id)))
      for (const { to, language, name } of waiting)
        await post(tx, {
          to,
          kind: 'show_began',
          language,
          url: `/shows/${id}`,
          about: { name, show: show.title, shop: show.shop },
        })
    }),
})
