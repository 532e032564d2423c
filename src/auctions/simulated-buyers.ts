import { and, eq } from 'drizzle-orm'
import { addSimulatedLine } from '../chat/write-line.ts'
import { type Database, serviceTransaction } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import { logError } from '../platform/log.ts'
import { repeatEvery } from '../platform/repeat.ts'
import { findLiveRehearsals } from '../shows/live-rehearsals.ts'
import { minimumBid } from './bidding-rules.ts'
import { readStanding, takeBid } from './place-bid.ts'
import { auctions } from './tables.ts'

/*
 * The simulated buyers of a rehearsal, who sometimes write a line or bid. They have no account, and what they win is
 * sold to nobody.
 */
const buyers = ['Nora', 'Karim', 'Inès', 'Tom', 'Zoé'] as const
const lines = ['👋', '😍', 'Hello!', 'Bonjour !', '❤️', '👏'] as const

const pickOne = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T

/** Milliseconds between two acts in a rehearsal. */
const actIntervalMs = 2_000

/** Starts the simulated buyers of all live rehearsals. */
export const startSimulatedBuyers = (database: Database): { close(): Promise<void> } =>
  repeatEvery(actIntervalMs, () =>
    simulateBuyers(database).catch((error: Error) => logError('rehearsal', error)),
  )

/** Simulates a few acts in every live rehearsal. */
async function simulateBuyers(database: Database): Promise<void> {
  for (const { account, show } of await serviceTransaction(database, findLiveRehearsals)) {
    if (Math.random() < 0.3)
      await inScope(database, { as: 'system', account }, (tx) =>
        addSimulatedLine(tx, account, show, pickOne(buyers), pickOne(lines)),
      )
    if (Math.random() < 0.6) await bidOnce(database, account, show)
  }
}

const bidOnce = (database: Database, account: string, show: string) =>
  inScope(database, { as: 'system', account }, async (tx) => {
    const [running] = await tx
      .select()
      .from(auctions)
      .where(and(eq(auctions.accountId, account), eq(auctions.showId, show), eq(auctions.status, 'running')))
    if (!running?.rehearsal || running.bids >= 12 || running.endsAt.getTime() < tx.now.getTime() + 1500)
      return
    const name = pickOne(buyers.filter((buyer) => buyer !== running.leaderName))
    const bidder = { account: `nobody_${name}`, accountName: name, person: `nobody_${name}`, name }
    const amount = minimumBid(await readStanding(tx, running))
    await takeBid(tx, account, { auction: running.id, show, amount }, bidder, {})
  })
