import { guardCallback } from './webrtc-library.ts'

/** Milliseconds between two requests. Key frames are large, so at most one is requested in this time. */
const pause = 300

export type KeyFrameRequests = { ask(): void; stop(): void }

/**
 * Requests a key frame at once, or as soon as the pause is over. A viewer who joins therefore gets one soon, also
 * when another viewer has just asked.
 */
export function makeKeyFrameRequests(send: () => void): KeyFrameRequests {
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
      else waiting ??= setTimeout(guardCallback(now), rest)
    },
    stop: () => clearTimeout(waiting),
  }
}
