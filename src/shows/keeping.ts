import { randomUUID } from 'node:crypto'
import type { Watched } from '../door/live.ts'
import type { Database } from '../ground/db.ts'
import { report } from '../ground/report.ts'
import { count } from './audience.ts'
import { stopLost, type Told } from './ending.ts'

/** Milliseconds between two looks. */
const every = 5_000

type Count = Watched & { viewers: number }

/**
 * What each node sees to while shows are on: it counts those who watch with it, and takes hosts off the air of whom
 * nothing is heard.
 */
export function keepShows(
  database: Database,
  watching: () => Count[],
  told: Told,
): { close(): Promise<void> } {
  const node = randomUUID()
  let last: Count[] = []
  const look = async () => {
    const now = watching()
    const gone = last
      .filter(({ show }) => !now.some((count) => count.show === show))
      .map((count) => ({ ...count, viewers: 0 }))
    for (const each of [...now, ...gone])
      await count(database, node, each).catch((error: Error) => report('audience', error))
    last = now
    await stopLost(database, told).catch((error: Error) => report('shows', error))
  }
  let under = Promise.resolve()
  const timer = setInterval(() => {
    under = under.then(look)
  }, every)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await under
    },
  }
}
