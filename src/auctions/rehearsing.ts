import { and, eq } from 'drizzle-orm'
import { addSimulated } from '../chat/writing.ts'
import { asService, type Database } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { liveRehearsals } from '../shows/rehearsals.ts'
import { standingOf, take } from './bidding.ts'
import { minimum } from './rules.ts'
import { auctions } from './tables.ts'

/*
 * The buyers of a rehearsal: nobody, who say something now and then, and bid for as long as it is fun. They are
 * nobody's accounts, and what they win is nobody's.
 */
const buyers = ['Nora', 'Karim', 'Inès', 'Tom', 'Zoé'] as const
const lines = ['👋', '😍', 'Hello!', 'Bonjour !', '❤️', '👏'] as const

const one = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T

/** Lets them do a little in every rehearsal that is on. */
export async function simulate(database: Database): Promise<void> {
  for (const { account, show } of await asService(database, liveRehearsals)) {
    if (Math.random() < 0.3)
      await within(database, { as: 'system', account }, (tx) =>
        addSimulated(tx, account, show, one(buyers), one(lines)),
      )
    if (Math.random() < 0.6) await bidOnce(database, account, show)
  }
}

const bidOnce = (database: Database, account: string, show: string) =>
  within(database, { as: 'system', account }, async (tx) => {
    const [running] = await tx
      .select()
      .from(auctions)
      .where(and(eq(auctions.accountId, account), eq(auctions.showId, show), eq(auctions.state, 'running')))
    if (!running?.rehearsal || running.bids >= 12 || running.endsAt.getTime() < Date.now() + 1500) return
    const name = one(buyers.filter((buyer) => buyer !== running.leaderName))
    const bidder = { account: `nobody_${name}`, accountName: name, person: `nobody_${name}`, name }
    const amount = minimum(await standingOf(tx, running))
    await take(tx, account, { auction: running.id, show, amount }, bidder, {})
  })
