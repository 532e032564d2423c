import type { Bus } from '../ground/bus.ts'
import { report } from '../ground/report.ts'
import { conclude, due, type Hammer, type Ref } from './concluding.ts'
import { draw, dueGiveaways } from './giveaways.ts'
import { simulate } from './rehearsing.ts'

/** Milliseconds between two looks at what has come to its end and nobody has ended. */
const every = 2_000

type Ending = { id: string; state: string; endsAt: string; now: number }

/**
 * Ends auctions and giveaways. When they end, their rows say; this only sees to it soon after: by a timer for each
 * that this node has heard of, and by looking, since a node may have been away. Every node does; the first one counts.
 */
export function startClock(hammer: Hammer, bus: Bus): { close(): Promise<void> } {
  const { database } = hammer.till
  const timers = new Map<string, NodeJS.Timeout>()
  const under = new Set<Promise<void>>()

  const run = (what: string, work: () => Promise<void>) => {
    const done = work()
      .catch((error: Error) => report(what, error))
      .finally(() => under.delete(done))
    under.add(done)
    return done
  }
  const at = (id: string, delay: number, work: () => Promise<void>) => {
    clearTimeout(timers.get(id))
    const timer = setTimeout(() => {
      timers.delete(id)
      void run('clock', work)
    }, delay)
    timers.set(id, timer.unref())
  }
  const end = (of: 'auction' | 'giveaway', ref: Ref) =>
    of === 'auction' ? conclude(hammer, ref) : draw(database, ref)

  bus.follow({
    heard: (event) => {
      if (event.kind !== 'show') return
      const { type } = event.say
      if (type !== 'auction' && type !== 'giveaway') return
      const { id, state, endsAt, now } = event.say[type] as Ending
      if (state !== 'running' && state !== 'open') return
      at(id, Math.max(0, Date.parse(endsAt) - now) + 5, () => end(type, { account: event.account, id }))
    },
    deaf: () => undefined,
  })

  let looking = Promise.resolve()
  const look = async () => {
    // All at once: after an outage there can be many, and each one's charge waits for the provider.
    const ended = async (of: 'auction' | 'giveaway', refs: Promise<Ref[]>) =>
      Promise.all((await refs).map((ref) => run('clock', () => end(of, ref))))
    await ended('auction', due(database))
    await ended('giveaway', dueGiveaways(database))
    await simulate(database)
  }
  const timer = setInterval(() => {
    looking = looking.then(() => run('clock', look))
  }, every)
  timer.unref()

  return {
    close: async () => {
      clearInterval(timer)
      for (const each of timers.values()) clearTimeout(each)
      await looking
      await Promise.all(under)
    },
  }
}
