import type { EventBus } from '../platform/events.ts'
import { logError } from '../platform/log.ts'
import { repeatEvery } from '../platform/repeat.ts'

/** Milliseconds between two checks for ends that have passed. */
const checkIntervalMs = 2_000

export type EndRef = { account: string; id: string }

/** A kind of thing in a show that ends by itself at the time in its row. */
export type TimedEnding = {
  /**
   * The type of the event that is published with each change. The event's field of the same name contains the thing.
   */
  type: string
  /** Its status before its end. */
  openStatus: string
  /** The rows whose end has passed. */
  due(): Promise<EndRef[]>
  /** Ends one of them. Any node may call this at any time, even repeatedly. */
  end(ref: EndRef): Promise<void>
}

type Pushed = { id: string; status: string; endsAt: string; now: number }

/**
 * Ends auctions and giveaways whose time is over, as the row's `endsAt` says. Each node sets a timer for every one that
 * an event tells it about, and polls every 2 s for missed ones, since it may have been disconnected. The first node to
 * take the lock ends it.
 */
export function startEndTimer(bus: EventBus, endings: TimedEnding[]): { close(): Promise<void> } {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()

  const end = (ending: TimedEnding, ref: EndRef) => {
    const done = ending
      .end(ref)
      .catch((error: Error) => logError('clock', error))
      .finally(() => running.delete(done))
    running.add(done)
    return done
  }
  const endAfter = (delay: number, ending: TimedEnding, ref: EndRef) => {
    clearTimeout(timers.get(ref.id))
    const timer = setTimeout(() => {
      timers.delete(ref.id)
      void end(ending, ref)
    }, delay)
    timers.set(ref.id, timer.unref())
  }

  bus.subscribe({
    onEvent: (event) => {
      const ending = event.kind === 'show' && endings.find(({ type }) => type === event.payload.type)
      if (!ending) return
      const { id, status, endsAt, now } = event.payload[ending.type] as Pushed
      if (status !== ending.openStatus) return
      endAfter(Math.max(0, Date.parse(endsAt) - now) + 5, ending, { account: event.account, id })
    },
    onDisconnect: () => undefined,
  })

  const endDue = async (ending: TimedEnding) => {
    // They end in parallel: after an outage there can be many, and the charge of each waits for the provider.
    await Promise.all((await ending.due()).map((ref) => end(ending, ref)))
  }
  const checks = repeatEvery(checkIntervalMs, async () => {
    for (const ending of endings) await endDue(ending).catch((error: Error) => logError('clock', error))
  })

  return {
    close: async () => {
      for (const each of timers.values()) clearTimeout(each)
      await checks.close()
      await Promise.all(running)
    },
  }
}
