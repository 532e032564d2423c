import { guarded } from './native.ts'

/** Pictures that need no earlier one are large: no more than one is asked for in this time. */
const pause = 300

export type KeyFrames = { ask(): void; stop(): void }

/** Asks at once, or as soon as it may again: a viewer who joins gets one in any case, and never waits for another's. */
export function makeKeyFrames(send: () => void): KeyFrames {
  let last = Number.NEGATIVE_INFINITY
  let waiting: NodeJS.Timeout | undefined
  const now = () => {
    waiting = undefined
    last = performance.now()
    send()
  }
  return {
    ask() {
      const rest = last + pause - performance.now()
      if (rest <= 0) now()
      else waiting ??= setTimeout(guarded(now), rest)
    },
    stop: () => clearTimeout(waiting),
  }
}
